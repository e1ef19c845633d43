/** An expression of Terraform's language, as far as it is read. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "template"; readonly parts: readonly Expression[] }
  | { readonly kind: "name"; readonly name: string; readonly steps: readonly PathStep[] }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [key: Expression, value: Expression])[] }
  | CallExpression
  | ForExpression
  | {
      readonly kind: "conditional";
      readonly condition: Expression;
      readonly chosen: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: "operation"; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "unary"; readonly operator: "!" | "-"; readonly operand: Expression }
  /** Steps into anything that is neither a name nor a call, for example `[for …][0]`. */
  | { readonly kind: "path"; readonly of: Expression; readonly steps: readonly PathStep[] }
  | { readonly kind: "unsupported"; readonly text: string };

/** `f(a, b)`, or `f(a, more...)`. */
export interface CallExpression {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** Whether the last argument is a list of arguments. @default false */
  readonly expands?: boolean;
  readonly steps: readonly PathStep[];
}

/** `[for key, value in over : item if condition]`, or `{for … : name => item...}`. */
export interface ForExpression {
  readonly kind: "for";
  /** Name of the key or index. @default - it has none */
  readonly key?: string;
  readonly value: string;
  readonly over: Expression;
  /** Name of each member. @default - it makes a list */
  readonly name?: Expression;
  readonly item: Expression;
  /** Whether the items of one name become a list. */
  readonly grouped: boolean;
  /** @default - all */
  readonly condition?: Expression;
}

/** The operators with two operands, those that bind less in front. */
export const OPERATORS = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]] as const;

export type Operator = (typeof OPERATORS)[number][number];

/** One step into a value: `.name`, `[index]`, or `[*]` and `.*` for all elements. */
export type PathStep<Index = Expression> =
  | { readonly kind: "member"; readonly name: string }
  | { readonly kind: "index"; readonly index: Index }
  | { readonly kind: "splat" };
