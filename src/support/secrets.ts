import { canBeSecret, type SecretKind } from './secret-kinds.ts';
import { type Sighting, secretSearch } from './secret-search.ts';
import type { TextSpan } from './unescaped.ts';

/** Where a value comes from, and what secrets of that place look like. */
export interface SecretSource {
  readonly kind: SecretKind;
  /** As a person knows it: `AWS_SECRET_ACCESS_KEY`. */
  readonly name: string;
}

/** The secrets of a run, kept so that no text leaves with one of them in it. */
export interface Secrets {
  /** Takes note of each value that can be a secret, and of every password; other words are passed over. */
  add(source: SecretSource, ...values: readonly string[]): void;
  /**
   * A text for people with `***` for every secret: whole, its first 12 characters, any 20 in a row, or where it was cut
   * at least 4 before or after `…`; also escaped for Markdown, HTML, URLs or JSON, in hexadecimal, and in Base64 with
   * something around it.
   */
  hide(text: string): string;
  /**
   * The name of a secret that stands in a text for machines, whole or at least 24 characters of it. A password that is
   * a plain word does not count: a text of IDs, hosts and states holds it by chance, and is not rewritten.
   */
  heldBy(text: string): string | undefined;
}

type Search = (text: string) => Sighting[];

/**
 * The runner masks in the whole job and drops job outputs that hold a mask; a shorter password would take most of them.
 */
const SHORTEST_MASK = 6;
/** So many characters of a secret in a row come about by no chance. */
const TELLING = 24;

/** @param onAdd told of each new secret once, so that the runner can mask it */
export function createSecrets(onAdd: (secret: string) => void): Secrets {
  /** By its value: its name, and whether it is no plain word. */
  const known = new Map<string, { name: string; strong: boolean }>();
  let searches: { all: Search; strong: Search } | undefined;

  function addOne(value: string, { kind, name }: SecretSource): void {
    const strong = canBeSecret(kind, value);
    if (value.trim() === '' || !(strong || kind === 'password')) return;
    const before = known.get(value);
    if (before !== undefined && (before.strong || !strong)) return;
    if (before === undefined && (strong || value.length >= SHORTEST_MASK)) onAdd(value);
    known.set(value, { name, strong });
    searches = undefined;
  }

  function search() {
    if (searches !== undefined) return searches;
    const strong = [...known].filter(([, one]) => one.strong).map(([value]) => value);
    const all = secretSearch([...known.keys()]);
    searches = { all, strong: strong.length === known.size ? all : secretSearch(strong) };
    return searches;
  }

  return {
    add(source, ...values) {
      // A key that was pasted with a word before it, or a line break after it, is a key all the same.
      const words = source.kind === 'password' ? values : values.flatMap((value) => value.split(/\s+/));
      for (const word of words) addOne(word, source);
    },
    hide: (text) => (known.size === 0 ? text : starred(text, search().all(text))),
    heldBy(text) {
      const telling = search()
        .strong(text)
        .find(({ whole, length }) => whole || length >= TELLING);
      return telling && known.get(telling.secret)?.name;
    },
  };
}

/** The text with `***` for each stretch; those that touch each other become one. */
function starred(text: string, spans: readonly TextSpan[]): string {
  let shown = '';
  let kept = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (end <= kept) continue;
    if (start > kept || shown === '') shown += `${text.slice(kept, start)}***`;
    kept = end;
  }
  return shown + text.slice(kept);
}
