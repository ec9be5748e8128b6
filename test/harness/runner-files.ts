/** Parses a GITHUB_OUTPUT (or STATE, ENV) file: `name=value` lines and heredocs. */
export function parseRunnerFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    if (heredoc) {
      const [, name = '', delimiter = ''] = heredoc;
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) throw new Error(`no end of the value of ${name}: expected ${delimiter}`);
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals < 1) throw new Error(`the runner would refuse this line: ${line}`);
    values[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return values;
}

export interface Annotation {
  level: 'error' | 'warning' | 'notice' | 'debug';
  title: string;
  message: string;
  file: string;
}

export interface ParsedLog {
  /** What the runner would show: commands taken out or rendered, secrets starred out. */
  log: string;
  /** Printed text without the lines that register masks. */
  withoutMaskLines: string;
  annotations: Annotation[];
  masks: string[];
}

const unescapeData = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string) => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

/** Reads workflow commands from a job's output the way the runner does. */
export function parseLog(stdout: string): ParsedLog {
  const shown: string[] = [];
  const kept: string[] = [];
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  let stopToken: string | null = null;
  const star = (text: string) => masks.reduce((left, mask) => left.replaceAll(mask, '***'), text);
  for (const line of stdout.split('\n')) {
    const command = /^\s*::([\w-]+)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/.exec(line.replace(/\r$/, ''));
    const [, name = '', properties = '', data = ''] = command ?? [];
    if (stopToken !== null) {
      if (name === stopToken) stopToken = null;
      kept.push(line);
      shown.push(star(line));
      continue;
    }
    if (name === 'add-mask') {
      const mask = unescapeData(data);
      // The runner masks the whole value and every line of it.
      for (const part of [mask, ...mask.split(/\r?\n/)])
        if (part.trim() !== '' && !masks.includes(part)) masks.push(part);
      continue;
    }
    kept.push(line);
    if (name === 'stop-commands') stopToken = data;
    if (name === 'error' || name === 'warning' || name === 'notice' || name === 'debug') {
      const named = Object.fromEntries(
        properties
          .split(',')
          .filter(Boolean)
          .map((pair) => [
            pair.slice(0, pair.indexOf('=')).trim(),
            unescapeProperty(pair.slice(pair.indexOf('=') + 1)),
          ]),
      );
      const message = unescapeData(data);
      annotations.push({ level: name, title: named.title ?? '', message, file: named.file ?? '' });
      shown.push(star(`##[${name}]${message}`));
    } else if (name === 'group') shown.push(star(`##[group]${data}`));
    else if (name === 'endgroup') shown.push('##[endgroup]');
    else shown.push(star(line));
  }
  return { log: shown.join('\n'), withoutMaskLines: kept.join('\n'), annotations, masks };
}
