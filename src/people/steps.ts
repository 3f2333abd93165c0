/** The eight steps of the method (docs/method.md), in our words. */
export const steps = [
  { step: 1, title: 'Weten waar je staat' },
  { step: 2, title: 'Richting en doelen kiezen' },
  { step: 3, title: 'Rollen uitproberen' },
  { step: 4, title: 'Mensen en rollen bij elkaar brengen' },
  { step: 5, title: 'De verandering begeleiden' },
  { step: 6, title: 'Leren in het werk' },
  { step: 7, title: 'Het hele proces oefenen' },
  { step: 8, title: 'Terugkijken, vieren en vastleggen' },
] as const;
export type MethodStep = (typeof steps)[number]['step'];

/** The step with this number, or undefined. */
export function stepOf(number: number | undefined): MethodStep | undefined {
  return steps.find(({ step }) => step === number)?.step;
}
