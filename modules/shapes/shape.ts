import type { Issue } from "../issues/issue";

/**
 * What a value must be for the code to look into it: the compiler's types once more, for callers without a compiler. What a
 * value means is judged elsewhere.
 */
export type Shape = (
  | { readonly kind: "text"; readonly empty: boolean; readonly issueOf?: TextCheck }
  | { readonly kind: "word"; readonly of: readonly string[] }
  | { readonly kind: "flag" | "function" | "expression" | "anything" | "json" }
  | { readonly kind: "number"; readonly of: NumberKind }
  | { readonly kind: "list" | "record"; readonly of: Shape }
  | { readonly kind: "either"; readonly of: readonly Shape[] }
  | {
      readonly kind: "variants";
      readonly by: string;
      readonly of: Readonly<Record<string, Shape>>;
      readonly other: Shape;
    }
  | ObjectShape
) & {
  /** A value of the shape, as one writes it. */
  readonly example: string;
};

/** Any number, one without a fraction, or one without a fraction that counts something: zero or more. */
export type NumberKind = "any" | "whole" | "count";

/** What is wrong with a text, where something is. */
export type TextCheck = (text: string, path: string) => Issue | undefined;

interface ObjectShape {
  readonly kind: "object";
  readonly members: MemberShapes;
  /** Whether it may have others, as a construct has. */
  readonly open: boolean;
}

/** The shape of a property that must be given. */
export interface RequiredShape {
  readonly required: Shape;
}

/** Shapes of properties by their names. */
export type MemberShapes = Readonly<Record<string, Shape | RequiredShape>>;

/** A shape for each property of a type: the compiler asks for one that is missing, and for `required` where it must be given. */
export type MembersOf<T> = { readonly [Name in keyof T]-?: undefined extends T[Name] ? Shape : RequiredShape };

/** A text, and what else may be wrong with it where no other check looks at it. */
export function text(example: string, issueOf?: TextCheck): Shape {
  return { kind: "text", empty: true, example: JSON.stringify(example), ...(issueOf === undefined ? {} : { issueOf }) };
}

/** A text that says something. */
export function filledText(example: string): Shape {
  return { kind: "text", empty: false, example: JSON.stringify(example) };
}

/** One of several texts; the first is the one that is shown. */
export function word(first: string, ...others: readonly string[]): Shape {
  return { kind: "word", of: [first, ...others], example: JSON.stringify(first) };
}

/** A number. */
export function number(example: number): Shape {
  return { kind: "number", of: "any", example: String(example) };
}

/** A number without a fraction. */
export function whole(example: number): Shape {
  return { kind: "number", of: "whole", example: String(example) };
}

/** A number without a fraction, zero or more. */
export function count(example: number): Shape {
  return { kind: "number", of: "count", example: String(example) };
}

/** `true` or `false`. */
export const flag: Shape = { kind: "flag", example: "true" };

/** A function. */
export function made(example: string): Shape {
  return { kind: "function", example };
}

/** A value that another check judges, whatever it is. */
export function anything(example: string): Shape {
  return { kind: "anything", example };
}

/** Whatever JSON can be, `null` as well. */
export function json(example: string): Shape {
  return { kind: "json", example };
}

/** A list. */
export function list(of: Shape): Shape {
  return { kind: "list", of, example: `[${of.example}]` };
}

/** A list, which an expression may stand for as a whole. */
export function listOrExpression(of: Shape): Shape {
  const whole = list(of);
  return { kind: "either", of: [whole, { kind: "expression", example: whole.example }], example: whole.example };
}

/** Values by names that the caller chooses. */
export function record(of: Shape, name: string): Shape {
  return { kind: "record", of, example: `{ ${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${of.example} }` };
}

/** One of several shapes; the first is the one that is shown. */
export function either(first: Shape, ...others: readonly Shape[]): Shape {
  return { kind: "either", of: [first, ...others], example: first.example };
}

/**
 * Objects of several kinds, which a property names.
 *
 * @param other the shape of what is of none of them. @default - another check judges it
 */
export function variants(
  by: string,
  of: Readonly<Record<string, Shape>>,
  example: string,
  other: Shape = anything(example),
): Shape {
  return { kind: "variants", by, of, other, example };
}

/** An object with properties that are known. */
export function object(members: MemberShapes, example = exampleOf(members)): Shape {
  return { kind: "object", members, open: false, example };
}

/** An object with some properties, and others which are not looked at: a construct, a literal in its place, an object of a newer file. */
export function atLeast(members: MemberShapes, example = exampleOf(members)): Shape {
  return { kind: "object", members, open: true, example };
}

/** What must be given. */
export function required(shape: Shape): RequiredShape {
  return { required: shape };
}

/** The properties that must be given; where none must, the first. */
function exampleOf(members: MemberShapes): string {
  const all = Object.entries(members).map(([name, member]) => ({ name, member }));
  const mustBeGiven = all.filter(({ member }) => "required" in member);
  const shown = mustBeGiven.length > 0 ? mustBeGiven : all.slice(0, 1);
  const texts = shown.map(
    ({ name, member }) => `${name}: ${"required" in member ? member.required.example : member.example}`,
  );
  return `{ ${texts.join(", ")} }`;
}
