/** An object's members without those that are absent. */
export type Given<Members> = { readonly [Name in keyof Members]?: Exclude<Members[Name], undefined> };

/** The members that are there. */
export function given<Members extends Readonly<Record<string, unknown>>>(members: Members): Given<Members>;
export function given(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
