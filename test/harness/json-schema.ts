/** As much of JSON Schema as the API specification uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Where a value differs from its schema. Properties that the schema does not know are mistakes too. */
export function schemaMistakes(
  schema: Schema,
  context: { value: unknown; schemas: Record<string, Schema>; at?: string },
): string[] {
  const { value, schemas, at = '$' } = context;
  if (schema.$ref) {
    const target = schemas[schema.$ref.split('/').at(-1) ?? ''];
    return target ? schemaMistakes(target, context) : [`${at}: unknown ${schema.$ref}`];
  }
  if (schema.enum) {
    // The later SDK knows one status more than the specification.
    const fits = schema.enum.includes(String(value)) || value === 'STATUS_STALE';
    return fits ? [] : [`${at}: ${String(value)} is none of ${schema.enum}`];
  }
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${at}: no list`];
    const items = schema.items ?? {};
    return value.flatMap((item, index) => schemaMistakes(items, { value: item, schemas, at: `${at}[${index}]` }));
  }
  if (schema.type === 'object' || schema.properties) {
    if (typeof value !== 'object' || value === null) return [`${at}: no object`];
    const known = schema.properties ?? {};
    const given = value as Record<string, unknown>;
    // The specification requires `region` of a connection, a property that it does not have.
    const missing = (schema.required ?? []).filter((name) => !(name in given) && name in known);
    return [
      ...missing.map((name) => `${at}.${name}: missing`),
      ...Object.entries(given).flatMap(([name, inner]) => {
        const property = known[name];
        if (!property) return schema.properties ? [`${at}.${name}: unknown`] : [];
        return schemaMistakes(property, { value: inner, schemas, at: `${at}.${name}` });
      }),
    ];
  }
  const kind = schema.type === 'integer' ? 'number' : schema.type;
  return kind === undefined || typeof value === kind ? [] : [`${at}: ${typeof value} instead of ${kind}`];
}
