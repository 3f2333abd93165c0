import { dutchDay } from '../../../calendar/clock.ts';
import { ownWorkFindings, stepInFindings } from './check-conflicts.ts';
import { type Finding, type Survey, surveyOf } from './finding.ts';

const conflictsOn = (survey: Survey): Finding[] => [...ownWorkFindings(survey), ...stepInFindings(survey)];

/** The days after that of the survey on which a duty begins or somebody gets a function, in order. */
function laterStarts({ lookup, day, lasting, dutiesOf }: Survey): string[] {
  const starts = [...lasting.filter((entry) => dutiesOf(entry).duties.length > 0), ...lookup.register.tenures]
    .map(({ from }) => from)
    .filter((from) => day < from);
  return [...new Set(starts)].sort();
}

/** Conflicts that are still to come: each once, with the first day on which it is there. */
export function laterConflictFindings(survey: Survey): Finding[] {
  const said = new Set(conflictsOn(survey).map(({ text }) => text));
  return laterStarts(survey).flatMap((start) =>
    conflictsOn(surveyOf(survey.lookup, start))
      .filter(({ text }) => !said.has(text))
      .map((finding): Finding => {
        said.add(finding.text);
        return { ...finding, severity: 'let op', text: `Vanaf ${dutchDay(start)}: ${finding.text}` };
      }),
  );
}
