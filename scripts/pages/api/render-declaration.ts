import ts from "typescript";
import { table } from "../../../modules/text/markdown";
import { type Declared, declarationsOf } from "./declarations";
import { docCommentOf } from "./doc-comment";
import { type Links, linkedText, linkedType } from "./links";
import { isPublic, type Property, propertiesOf, propertiesOfClass, propertiesOfType } from "./properties-of";
import { renderComment } from "./render-comment";
import { type Callable, signature } from "./signature";
import { typeText, withoutAssertions } from "./type-text";

/** What a page says of one declaration, as paragraphs. */
export function renderDeclaration(declared: Declared, links: Links): readonly string[] {
  const comment = renderComment(docCommentOf(declared), links);
  if (ts.isInterfaceDeclaration(declared)) {
    const methods = declared.members.filter(ts.isMethodSignature);
    return [
      ...comment,
      propertyTable(propertiesOf(declared), links),
      ...methods.flatMap((each) => called(nameOf(each), each, links)),
    ];
  }
  if (ts.isTypeAliasDeclaration(declared)) return [...comment, ...aliased(declared, links)];
  if (ts.isFunctionDeclaration(declared)) return [signature(nameOf(declared), declared, links), ...comment];
  if (ts.isClassDeclaration(declared)) return [...comment, ...classBody(declared, links)];
  return [...comment, ...functionsOf(declared, links)];
}

function classBody(declared: ts.ClassDeclaration, links: Links): readonly string[] {
  const members = declared.members.filter(isPublic);
  const name = nameOf(declared);
  return [
    ...members.filter(ts.isConstructorDeclaration).map((each) => signature(`new ${name}`, each, links)),
    propertyTable(
      propertiesOfClass(declared).map((each) => ({ ...each, isOptional: false })),
      links,
    ),
    ...members.filter(ts.isMethodDeclaration).flatMap((method) => {
      const isStatic = (ts.getCombinedModifierFlags(method) & ts.ModifierFlags.Static) !== 0;
      return called(isStatic ? `${name}.${nameOf(method)}` : nameOf(method), method, links);
    }),
  ];
}

/** What is called by a name of its own, under a heading of its own. */
function called(name: string, callable: Callable, links: Links): readonly string[] {
  return [`### ${name}`, signature(name, callable, links), ...renderComment(docCommentOf(callable), links)];
}

/** The functions of a constant that is a list of them. */
function functionsOf(declared: ts.VariableDeclaration, links: Links): readonly string[] {
  const value = declared.initializer === undefined ? undefined : withoutAssertions(declared.initializer);
  if (value === undefined || !ts.isObjectLiteralExpression(value)) return [];
  return value.properties.flatMap((property) => {
    const name = `${nameOf(declared)}.${nameOf(property)}`;
    if (ts.isMethodDeclaration(property)) return called(name, property, links);
    const given = ts.isPropertyAssignment(property) ? property.initializer.getText() : nameOf(property);
    const functions = declarationsOf(property.getSourceFile().fileName, given).filter(ts.isFunctionDeclaration);
    return functions.flatMap((each) => called(name, each, links));
  });
}

/** What a type stands for, unless it is worked out of something that users do not see: then its comment says it. */
function aliased({ type }: ts.TypeAliasDeclaration, links: Links): readonly string[] {
  if (ts.isIntersectionTypeNode(type) && type.types.some(ts.isTypeLiteralNode)) {
    return [propertyTable(type.types.flatMap(propertiesOfType), links)];
  }
  const text = typeText(type);
  const file = type.getSourceFile().fileName;
  const names = text.replace(/"[^"]*"/g, "").match(/\b[A-Za-z]\w*\b/g) ?? [];
  const isWorkedOut = names.some((name) => links.to(name) === undefined && declarationsOf(file, name).length > 0);
  return isWorkedOut ? [] : [linkedType(text, links)];
}

function propertyTable(properties: readonly Property[], links: Links): string {
  if (properties.length === 0) return "";
  const hasDefaults = properties.some(({ isOptional }) => isOptional);
  return table(
    ["Property", "Type", ...(hasDefaults ? ["Default"] : []), "What it is"],
    properties.map(({ name, isOptional, type, comment }) => [
      `\`${name}${isOptional ? "?" : ""}\``,
      linkedType(typeText(type), links),
      ...(hasDefaults ? [cell(comment.default ?? "", links)] : []),
      cell([comment.text, ...comment.examples.map((example) => `For example \`${example}\`.`)].join("\n\n"), links),
    ]),
  );
}

function cell(text: string, links: Links): string {
  return linkedText(text.trim().replace(/\n\n/g, "<br>").replaceAll("\n", " "), links);
}

function nameOf({ name }: ts.NamedDeclaration): string {
  return name?.getText() ?? "";
}
