/** One topic of docs/status.md. */
export interface Topic {
  readonly id: string;
  readonly group: 'confirmed' | 'inferred' | 'unknown';
  readonly topic: string;
}

const GROUPS = ['Confirmed', 'Inferred', 'Unknown'] as const;
const ROW = /^\| \[?`([a-z0-9-]+)`\]?(?:\(#[a-z0-9-]+\))? +\| ([^|]+?) +\|/;

/**
 * The topics of docs/status.md, by its tables.
 * @throws Error where a group has no table
 */
export function readTopics(page: string): Topic[] {
  const sections = page.split(/^## /m).slice(1);
  return GROUPS.flatMap((name) => {
    const section = sections.find((text) => text.startsWith(`${name}\n`)) ?? '';
    const rows = section.split('\n').flatMap((line) => {
      const [, id, topic] = ROW.exec(line) ?? [];
      return id === undefined || topic === undefined
        ? []
        : [{ id, topic, group: name.toLowerCase() as Topic['group'] }];
    });
    if (rows.length === 0) throw new Error(`docs/status.md has no table of topics under ${name}`);
    return rows;
  });
}
