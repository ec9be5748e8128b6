// The AWS Query protocol: flat numbered parameters in, XML out.

/** Flat parameters with a view into the numbered lists and structures among them. */
export interface QueryParams {
  get(name: string): string | undefined;
  /** `Name.1`, `Name.2`, … in order. */
  list(name: string): string[];
  /** `Name.1.*`, `Name.2.*`, … each as parameters of their own. */
  structures(name: string): QueryParams[];
  flag(name: string): boolean | undefined;
  has(prefix: string): boolean;
  /** All pairs except the named ones, in a stable order: tells equal requests from different ones. */
  fingerprint(without: string[]): string;
}

/** Wraps flat parameters. */
export function queryParams(flat: Record<string, string>): QueryParams {
  const indexes = (name: string) => {
    const found = new Set<number>();
    for (const key of Object.keys(flat)) {
      if (!key.startsWith(`${name}.`)) continue;
      const index = Number(key.slice(name.length + 1).split('.')[0]);
      if (Number.isInteger(index)) found.add(index);
    }
    return [...found].sort((a, b) => a - b);
  };
  return {
    get: (name) => flat[name],
    list: (name) => indexes(name).flatMap((index) => flat[`${name}.${index}`] ?? []),
    structures: (name) =>
      indexes(name).map((index) => {
        const prefix = `${name}.${index}.`;
        const inner = Object.entries(flat).filter(([key]) => key.startsWith(prefix));
        return queryParams(Object.fromEntries(inner.map(([key, value]) => [key.slice(prefix.length), value])));
      }),
    flag: (name) => (flat[name] === undefined ? undefined : flat[name] === 'true'),
    has: (prefix) => Object.keys(flat).some((key) => key === prefix || key.startsWith(`${prefix}.`)),
    fingerprint: (without) =>
      JSON.stringify(
        Object.entries(flat)
          .filter(([key]) => !without.includes(key))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
  };
}

export type Xml = string | number | boolean | null | undefined | Xml[] | { [name: string]: Xml };

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escapeText = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

/** Renders a tree: lists as `<item>`s, null and undefined not at all. */
export function toXml(name: string, value: Xml): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return `<${name}>${value.map((item) => toXml('item', item)).join('')}</${name}>`;
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([key, item]) => toXml(key, item));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  return `<${name}>${escapeText(String(value))}</${name}>`;
}

/** A refusal by an AWS service. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Whether a text fits a pattern with `*` and `?`. */
export function globMatch(pattern: string, text: string, flags = ''): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[\\s\\S]*')
    .replace(/\?/g, '[\\s\\S]');
  return new RegExp(`^${source}$`, flags).test(text);
}
