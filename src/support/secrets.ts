/** The secrets of a run, kept so that no text leaves with one of them in it. */
export interface Secrets {
  /** Empty ones are passed over. */
  add(...values: readonly string[]): void;
  /** The text with `***` for every secret, also where one is cut off, escaped for Markdown, or spelled as URLs, JSON or Base64 do. */
  hide(text: string): string;
}

/** Shorter ones (of a proxy, say) would tear innocent words apart; those are left to the masks of the runner. */
const SHORTEST = 6;
/** A secret may have been cut; this much of its beginning is taken for it, less says nothing. */
const TELLING = 12;
/** Letters that are looked for first. Few texts hold so many of a secret by chance, and longer expressions take long to compile. */
const FIRST = 3;

/** @param onAdd told of each new secret once, so that the runner can mask it */
export function createSecrets(onAdd: (secret: string) => void): Secrets {
  const known = new Map<string, Sought | undefined>();
  return {
    add(...values) {
      for (const value of values) {
        if (value === '' || known.has(value)) continue;
        known.set(value, value.length < SHORTEST ? undefined : soughtAs(spellings(value)));
        onAdd(value);
      }
    },
    hide: (text) => [...known.values()].filter((sought) => sought !== undefined).reduce(hideOne, text),
  };
}

/** A secret as it is and, where that is different, as it looks in a URL, in JSON and in Base64. */
function spellings(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const others = [encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1), base64];
  return [...new Set([secret, ...others.filter((one) => one.length >= SHORTEST)])];
}

/** A secret in each of its spellings. */
interface Sought {
  readonly spelled: readonly string[];
  /** Where one of them may begin, escaped or not. A run of many clusters has megabytes of text, which this goes through quickly. */
  readonly beginning: RegExp;
}

function soughtAs(spelled: readonly string[]): Sought {
  const beginnings = spelled.map((one) =>
    one
      .slice(0, FIRST)
      .split('')
      .map((character) => `(?:\\\\?${RegExp.escape(character)}|&#?\\w{1,6};)`)
      .join(''),
  );
  return { spelled, beginning: new RegExp(beginnings.join('|'), 'g') };
}

/** Hides one secret, of which each spelling may be there, whole or cut off. */
function hideOne(text: string, { spelled, beginning }: Sought): string {
  let shown = '';
  let kept = 0;
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const at = found.index;
    const ends = spelled.flatMap((secret) => [plain, escaped].map((next) => endOfMatch(text, at, { secret, next })));
    const end = Math.max(...ends);
    beginning.lastIndex = Math.max(end, at + 1);
    if (end === at) continue;
    shown += `${text.slice(kept, at)}***`;
    kept = end;
  }
  return shown + text.slice(kept);
}

/** Reads one character of a text: which it is, and where the next begins. */
type Reader = (text: string, at: number) => { character: string | undefined; end: number };

const plain: Reader = (text, at) => ({ character: text[at], end: at + 1 });

/** As Markdown and HTML show it. */
const escaped: Reader = (text, at) => {
  if (text[at] === '\\') return { character: text[at + 1], end: at + 2 };
  const entity = text[at] === '&' ? /^&(?:#(\d{1,6})|(amp|lt|gt));/.exec(text.slice(at, at + 10)) : null;
  if (entity === null) return plain(text, at);
  const [whole, number, name = ''] = entity;
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };
  return {
    character: number === undefined ? named[name] : String.fromCharCode(Number(number)),
    end: at + whole.length,
  };
};

/** Where the secret, or a telling beginning of it, that starts here ends; the start itself where there is none. */
function endOfMatch(text: string, start: number, { secret, next }: { secret: string; next: Reader }): number {
  let at = start;
  let matched = 0;
  for (; matched < secret.length; matched += 1) {
    const { character, end } = next(text, at);
    if (character !== secret[matched]) break;
    at = end;
  }
  return matched === secret.length || matched >= TELLING ? at : start;
}
