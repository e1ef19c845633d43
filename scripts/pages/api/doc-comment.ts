import ts from "typescript";

/** What a doc comment says. */
export interface DocComment {
  readonly text: string;
  /** What a property or a parameter is where it is left out. */
  readonly default?: string;
  readonly returns?: string;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
  /** What it says of parameters, by their names. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** The doc comment of a declaration. */
export function docCommentOf(node: ts.Node): DocComment {
  // That of a constant stands above its statement.
  const comment = commentOf(ts.isVariableDeclaration(node) ? node.parent.parent : node);
  const tags: readonly ts.JSDocTag[] = comment?.tags ?? [];
  const said = (name: string) => tags.filter(({ tagName }) => tagName.text === name).map(textOf);
  const byDefault = said("default")[0]?.replace(/^- /, "");
  const returns = said("returns")[0];
  return {
    text: textOf(comment),
    ...(byDefault === undefined ? {} : { default: byDefault }),
    ...(returns === undefined ? {} : { returns }),
    throws: tags
      .filter(ts.isJSDocThrowsTag)
      .map((tag) => `${tag.typeExpression?.type.getText() ?? "Error"} ${textOf(tag)}`),
    examples: said("example"),
    parameters: new Map(tags.filter(ts.isJSDocParameterTag).map((tag) => [tag.name.getText(), textOf(tag)])),
  };
}

/** Whether it is for nobody but the library, and gets into no `.d.ts`. */
export function isInternal(node: ts.Node): boolean {
  return commentOf(node)?.tags?.some(({ tagName }) => tagName.text === "internal") === true;
}

function commentOf(node: ts.Node): ts.JSDoc | undefined {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
}

function textOf(node: ts.JSDoc | ts.JSDocTag | undefined): string {
  return ts.getTextOfJSDocComment(node?.comment)?.trim() ?? "";
}
