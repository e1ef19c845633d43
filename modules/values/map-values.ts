/** The same names with other values. */
export function mapValues<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  to: (value: From, name: Name) => To,
): Readonly<Record<Name, To>> {
  const mapped: { [Key in Name]?: To } = {};
  for (const name in record) mapped[name] = to(record[name], name);
  if (hasAll<Name, To>(mapped, record)) return mapped;
  throw new TypeError("a name that no object takes");
}

/** What the compiler does not see: that each name has got its value. */
function hasAll<Name extends string, To>(
  mapped: Readonly<{ [Key in Name]?: To }>,
  record: Readonly<Record<Name, unknown>>,
): mapped is Readonly<Record<Name, To>> {
  return Object.keys(record).every((name) => Object.hasOwn(mapped, name));
}
