/** An expression of Terraform's language, as far as it is read. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "template"; readonly parts: readonly Expression[] }
  | { readonly kind: "name"; readonly name: string; readonly steps: readonly PathStep[] }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [key: Expression, value: Expression])[] }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly steps: readonly PathStep[];
    }
  | { readonly kind: "unsupported"; readonly text: string };

/** One step into a value: `.name`, `[index]`, or `[*]` and `.*` for all elements. */
export type PathStep<Index = Expression> =
  | { readonly kind: "member"; readonly name: string }
  | { readonly kind: "index"; readonly index: Index }
  | { readonly kind: "splat" };
