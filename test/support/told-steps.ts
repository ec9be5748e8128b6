/** What a line of the log says of a step that was done, and the line of a plan that announces it. */
const DONE: readonly (readonly [RegExp, string])[] = [
  [/^Requested endpoint service of cluster /, '+ endpoint service'],
  [/^Created security group /, '+ security group'],
  [/^Deleted security group /, '- security group'],
  [/^Allowed \d+\/tcp from /, '+ ingress rule'],
  [/^Removed ingress rule /, '- ingress rule'],
  [/^Created VPC endpoint /, '+ VPC endpoint'],
  [/^Updated VPC endpoint /, '~ VPC endpoint'],
  [/^Requested deletion of VPC endpoint /, '- VPC endpoint'],
  [/^Connected cluster /, '+ connection'],
  [/^Disconnected cluster .* from /, '- connection'],
  [/^Requested private DNS /, '~ private DNS'],
  [/^Registered /, '# claim'],
  [/^Released /, '# claim'],
  [/^Marked /, '# removal mark'],
  [/^Removed removal mark /, '# removal mark'],
  [/^Added trusted owner /, '+ trusted owner'],
  [/^Removed trusted owner /, '- trusted owner'],
];
/** Ends of waits, which no plan announces as steps. */
const ENDED =
  /^(?:VPC endpoint|Endpoint service|Connection|Private DNS|Cluster) .* is (?:available|on|off|deleted|disconnected)(?: \(|$)/;

/** The steps that a run did, each as the beginning of its line in a plan: `+ VPC endpoint`. @throws Error for a line that says neither */
export function doneSteps(log: string): string[] {
  const lines = [...log.matchAll(/^✔ (.*)$/gm)].map(([, line = '']) => line).filter((line) => !ENDED.test(line));
  return lines.map((line) => {
    const kind = DONE.find(([text]) => text.test(line))?.[1];
    if (kind === undefined) throw new Error(`no step is told of like this: ${line}`);
    return kind;
  });
}

/** The steps of the plan in a log, in the same words, and how many its first line counts. */
export function toldPlan(log: string): { steps: string[]; counted: number } {
  const [, counts = ''] = /^(?:Plan|What ensure would do): (.*)$/m.exec(log) ?? [];
  const counted = [...counts.matchAll(/\b(?:create|change|delete|tag) (\d+)/g)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
  const steps = [...log.matchAll(/^ {2}([+~#-] [A-Za-z]+(?: [A-Za-z]+)*) {2,}/gm)].map(([, step = '']) => step);
  return { steps, counted };
}

/** The rows of the table that `sweep` tells for a resource: what came of it, for whom or what, and why. */
export function toldSwept(log: string, resource: string): { outcome: string; why: string }[] {
  return log
    .split('\n')
    .map((line) => line.split(/ {2,}/))
    .filter((cells) => cells.length === 4 && cells[1] === resource && /^vpc-[0-9a-f]+$/.test(cells[2] ?? ''))
    .map(([outcome = '', , , why = '']) => ({ outcome, why }));
}
