import type { DutyArea } from '../../mandates/contract.ts';

/** The places of the register, as rules and words need them. An area that lies in no other is everywhere: ''. */
export interface Places {
  /** The same area, with '' for what is everywhere. */
  plain(area: string): string;
  /** True when the first lies in the second, or is it. */
  isWithin(area: string, wider: string): boolean;
  /** As people call it: "overal" for '', and the code itself of an area that is gone. */
  nameOf(area: string): string;
}

/** Prepares the areas of a register. */
export function placesOf(areas: readonly DutyArea[]): Places {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const plain = (area: string) => (byCode.get(area)?.chain.length === 1 ? '' : area);
  return {
    plain,
    isWithin: (area, wider) => {
      const [narrow, wide] = [plain(area), plain(wider)];
      return wide === '' || narrow === wide || (byCode.get(narrow)?.chain.includes(wide) ?? false);
    },
    nameOf: (area) => (area === '' ? 'overal' : (byCode.get(area)?.title ?? area)),
  };
}

/** "overal", or "in Delfshaven en Noord". */
export function areasInWords(areas: readonly string[], { nameOf }: Pick<Places, 'nameOf'>): string {
  if (areas.length === 0) return 'overal';
  const names = areas.map(nameOf);
  return `in ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`}`;
}
