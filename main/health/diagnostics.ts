import { writeHealthText } from '../../core/health/writeHealthText.ts';
import type { HealthFact, HealthLine, HealthReport, HealthText } from '../../core/model/health.ts';
import type { Translate } from '../../core/texts/translator.ts';
import { durationOf } from '../../core/time/duration.ts';
import { redact } from '../shell/redact.ts';

/** What diagnostics are written with. */
export interface DiagnosticsParts {
  readonly translate: Translate;
  /** The user's folder: its name, which is often theirs, is left out. */
  readonly home: string;
  /** The last lines of the log. */
  readonly log: readonly string[];
}

/** The report and the end of the log as one text to be sent to whoever helps. All of it is redacted, whatever went in. */
export function writeDiagnostics(report: HealthReport, { translate, home, log }: DiagnosticsParts): string {
  const formats = {
    instant: (instant: string) => instant,
    length: (length: number) => {
      const { unit, ...pieces } = durationOf(length);
      return translate(`agenda:duration.${unit}`, pieces);
    },
  };
  // Text by text: the labels between them are Foyer's own, and name what would be a secret elsewhere.
  const write = (text: HealthText): string => redact(writeHealthText(text, translate, formats));
  const fact = ({ label, value }: HealthFact): string => `${translate(label)}: ${write(value)}`;
  const lineOf = ({ state, title, summary, facts, advice, trackingId }: HealthLine): readonly string[] => [
    `- ${write(title)} [${translate(`health:states.${state}`)}]: ${write(summary)}`,
    ...facts.map((known) => `    ${fact(known)}`),
    ...(trackingId === null ? [] : [`    ${translate('agenda:connect.trackingId')} ${trackingId}`]),
    ...(advice === null ? [] : [`    → ${write(advice)}`]),
  ];
  const text = [
    `${translate('health:diagnostics.heading')}, ${report.madeAt}`,
    ...report.about.map(fact),
    ...report.sections.flatMap(({ title, lines }) => ['', translate(title), ...lines.flatMap(lineOf)]),
    '',
    log.length === 0
      ? translate('health:diagnostics.noLog')
      : translate('health:diagnostics.log', { count: log.length }),
    ...log.map(redact),
  ].join('\n');
  return hideHome(text, home);
}

/** Puts `~` in the place of the user's folder, in every way that paths and addresses of files are written. */
function hideHome(text: string, home: string): string {
  const spellings = [home, home.replaceAll('\\', '/'), encodeURI(home.replaceAll('\\', '/'))];
  return spellings.filter((path) => path.length > 1).reduce((shown, path) => shown.replaceAll(path, '~'), text);
}
