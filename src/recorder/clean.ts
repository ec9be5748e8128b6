import type { Fields, FieldType } from './fields.ts';
import { cleanHost } from './hosts.ts';
import type { StandIns } from './stand-ins.ts';
import type { TagCleaner } from './tags.ts';
import type { TextCleaner } from './words.ts';

/** What all parts of a recording are cleaned with. */
export interface Cleaner {
  readonly standIns: StandIns;
  readonly words: TextCleaner;
  readonly tags: TagCleaner;
  relative(time: number): string;
}

/** More levels than any answer has. */
const DEEPEST = 14;
/** Far more fields than an object of these APIs has. */
const MOST_FIELDS = 200;

/** A value by what is known of its fields; what is not known is its type and length. */
export function cleanValue(value: unknown, fields: Fields, cleaner: Cleaner): unknown {
  return cleanInside(value, { fields, cleaner, parent: '', depth: 0 });
}

interface At {
  readonly fields: Fields;
  readonly cleaner: Cleaner;
  /** The name of the field that holds this, or of the list that it is an item of. */
  readonly parent: string;
  readonly depth: number;
}

function cleanInside(value: unknown, at: At): unknown {
  if (Array.isArray(value)) return value.map((one) => cleanInside(one, at));
  if (typeof value !== 'object' || value === null)
    return value === null ? null : cleanScalar(value, itemType(at), at.cleaner);
  if (at.depth >= DEEPEST) return placeholder(value);
  return cleanObject(value, at);
}

/** A run reads each answer once, in code that has not run before: loops cost it less than chains of functions. */
function cleanObject(value: object, at: At): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  let count = 0;
  for (const name of Object.keys(value)) {
    // The address of the schema, which is the API's version.
    if (name === 'xmlns') continue;
    count += 1;
    if (count > MOST_FIELDS) {
      cleaned['…'] = placeholder(value);
      break;
    }
    const inner = (value as Record<string, unknown>)[name];
    const type = typeOf(name, at);
    cleaned[type === undefined ? at.cleaner.words.field(name) : name] = cleanField(name, inner, { ...at, type });
  }
  return cleaned;
}

/** The type of what a list holds when it is no object: that of the list itself. */
function itemType({ fields, parent }: At): FieldType | undefined {
  const type = fields.get(`${parent}.item`) ?? fields.get(parent);
  return type === 'inside' ? undefined : type;
}

function typeOf(name: string, { fields, parent }: At): FieldType | undefined {
  return fields.get(`${parent}.${name}`) ?? fields.get(name);
}

function cleanField(
  name: string,
  value: unknown,
  { fields, cleaner, parent, depth, type }: At & { readonly type: FieldType | undefined },
): unknown {
  if (value === '' || value === null) return value;
  if (type === undefined) return placeholder(value);
  if (type === 'tagged') return cleanTags(value, cleaner);
  if (type === 'inside')
    return cleanInside(value, { fields, cleaner, parent: name === 'item' ? parent : name, depth: depth + 1 });
  if (Array.isArray(value)) return value.map((one) => cleanScalar(one, type, cleaner));
  return cleanScalar(value, type, cleaner);
}

/** A scalar by its type. What is of another kind than its type says is its type and length. */
export function cleanScalar(value: unknown, type: FieldType | undefined, cleaner: Cleaner): unknown {
  if (value === null || value === '') return value;
  if (type === 'flag') return isFlag(value) ? value : placeholder(value);
  if (type === 'number') return isSmall(value) ? value : placeholder(value);
  if (type === 'ident') return ident(value, cleaner.standIns);
  if (type === undefined || typeof value !== 'string')
    return type === 'text' && isSmall(value) ? value : placeholder(value);
  return cleanString(value, type, cleaner);
}

function cleanString(value: string, type: FieldType, cleaner: Cleaner): string {
  const { standIns, words } = cleaner;
  switch (type) {
    case 'text':
      return words.text(value);
    case 'time':
      return cleanTime(value, cleaner);
    case 'host':
      return /^[\w*.-]{1,253}$/.test(value) ? cleanHost(value, { standIns }) : placeholder(value);
    case 'account':
      return /^\d{12}$/.test(value) ? standIns.account(value) : words.text(value);
    case 'digest':
      return /^[0-9a-f]{8,64}$/i.test(value) ? standIns.hex(value) : standIns.name('name', value);
    case 'name:name':
      return standIns.known(value) ?? commonName(value, words) ?? standIns.name('name', value);
    default:
      return standIns.known(value) ?? standIns.name(type.slice('name:'.length) as 'name', value);
  }
}

/** A name that is everybody's, such as the group `default`, or made of what has stand-ins; undefined for any other. */
function commonName(value: string, words: TextCleaner): string | undefined {
  const cleaned = words.text(value);
  const isOwn = /^(?:default$|cockroachdb-privatelink(?: |$)|sts\.amazonaws\.com)/.test(value);
  return (isOwn || /^repo:[^:]*fade/.test(cleaned)) && !cleaned.includes('[') ? cleaned : undefined;
}

function cleanTime(value: string, { relative }: Cleaner): string {
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(value);
  const ms = isTime ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? placeholder(value) : relative(ms);
}

function cleanTags(value: unknown, cleaner: Cleaner): unknown {
  if (value === '') return '';
  const items = (value as { item?: unknown } | null)?.item;
  if (items === undefined) return placeholder(value);
  const clean = (one: unknown) => {
    const {
      key,
      value: text,
      ...others
    } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    if (typeof key !== 'string' || typeof text !== 'string') return placeholder(one);
    const unknown = Object.entries(others).map(([name, inner]) => [cleaner.words.field(name), placeholder(inner)]);
    return { ...cleaner.tags.tag(key, text), ...Object.fromEntries(unknown) };
  };
  return { item: Array.isArray(items) ? items.map(clean) : clean(items) };
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || value === 'true' || value === 'false';
}

/** A port, a count, a status; nothing that could identify anything. */
function isSmall(value: unknown): boolean {
  return /^-?\d{1,5}$/.test(String(value)) && (typeof value === 'number' || typeof value === 'string');
}

function ident(value: unknown, standIns: StandIns): unknown {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
    return Number(standIns.number(String(value)));
  return typeof value === 'string' && /^\d+$/.test(value) ? standIns.number(value) : placeholder(value);
}

/** What stands for a value of which nothing else is written: `string(12)`. */
export function placeholder(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `array(${value.length})`;
  if (typeof value === 'string') return `string(${value.length})`;
  if (typeof value === 'number') return `number(${String(value).length})`;
  if (typeof value === 'boolean') return 'boolean';
  return `object(${Object.keys(value).length})`;
}
