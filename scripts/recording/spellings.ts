/** One way to write a value. */
interface Spelling {
  readonly how: string;
  isIn(text: string): boolean;
}

const made = new Map<string, readonly Spelling[]>();

/** Every spelling of a value that gives it away: as it is, in capitals, Base64, hexadecimal, of a URL, backwards. */
export function spellingsOf(value: string): readonly Spelling[] {
  const spellings = made.get(value) ?? allSpellings(value);
  made.set(value, spellings);
  return spellings;
}

function allSpellings(value: string): Spelling[] {
  const any = (how: string, text: string, { whole = false } = {}): Spelling => {
    const lower = text.toLowerCase();
    // A short word is part of others: it counts where it stands alone.
    const alone = whole ? new RegExp(`(?<![a-z0-9])${escaped(lower)}(?![a-z0-9])`) : undefined;
    return {
      how,
      isIn: (line) => (alone === undefined ? line.toLowerCase().includes(lower) : alone.test(line.toLowerCase())),
    };
  };
  const isShortWord = /^[A-Za-z0-9]{1,7}$/.test(value);
  const plain = [
    any('as it is', value, { whole: isShortWord }),
    any('in JSON', JSON.stringify(value).slice(1, -1), { whole: isShortWord }),
  ];
  if (value.length < 4) return plain;
  const backwards = [...value].reverse().join('');
  return [
    ...plain,
    any('backwards', backwards, { whole: isShortWord }),
    any('in hexadecimal', Buffer.from(value).toString('hex')),
    any('of a URL', encodeURIComponent(value), { whole: isShortWord }),
    any(
      'of a URL',
      value.replace(/./gs, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`),
    ),
    ...base64(value),
  ];
}

/** In Base64 with none, one or two bytes of something else in its first group of three; letters by their case. */
function base64(value: string): Spelling[] {
  return ['', 'x', 'xx'].flatMap((before) => {
    const text = Buffer.from(`${before}${value}`)
      .toString('base64')
      .slice(before === '' ? 0 : 4)
      .replace(/.?=*$/, '');
    const url = text.replaceAll('+', '-').replaceAll('/', '_');
    return text.length < 5
      ? []
      : [{ how: 'in Base64', isIn: (line: string) => line.includes(text) || line.includes(url) }];
  });
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}
