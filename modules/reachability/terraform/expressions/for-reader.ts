import type { Expression, ForExpression } from "./expression";
import type { TextCursor } from "./text-cursor";

const CLOSE = { "[": "]", "{": "}" } as const;

/**
 * The `for` expression that comes next, if one does.
 *
 * @param expression reads the expression at the cursor
 */
export function readFor(cursor: TextCursor, open: "[" | "{", expression: () => Expression): ForExpression | undefined {
  if (cursor.match(open === "[" ? /\[\s*for\s+(?=[A-Za-z_])/y : /\{\s*for\s+(?=[A-Za-z_])/y) === undefined)
    return undefined;
  const first = word(cursor);
  const second = cursor.takes(",") ? word(cursor) : undefined;
  cursor.take("in");
  const over = expression();
  cursor.space();
  cursor.take(":");
  const [name, item] = open === "[" ? [undefined, expression()] : member(cursor, expression);
  cursor.space();
  const grouped = cursor.takes("...");
  cursor.space();
  const condition = cursor.match(/if\b/y) === undefined ? undefined : expression();
  cursor.space();
  cursor.take(CLOSE[open]);
  return {
    kind: "for",
    ...(second === undefined ? { value: first } : { key: first, value: second }),
    over,
    ...(name === undefined ? {} : { name }),
    item,
    grouped,
    ...(condition === undefined ? {} : { condition }),
  };
}

function member(cursor: TextCursor, expression: () => Expression): readonly [Expression, Expression] {
  const name = expression();
  cursor.space();
  cursor.take("=>");
  return [name, expression()];
}

function word(cursor: TextCursor): string {
  cursor.space();
  const name = cursor.name();
  cursor.space();
  return name;
}
