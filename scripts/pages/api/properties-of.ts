import ts from "typescript";
import { declarationsOf } from "./declarations";
import { type DocComment, docCommentOf, isInternal } from "./doc-comment";

/** A property of an interface or of a class. */
export interface Property {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: ts.TypeNode | undefined;
  readonly comment: DocComment;
}

/** The properties of a part of a type: of what stands there, or of the interface that it names. */
export function propertiesOfType(type: ts.TypeNode): readonly Property[] {
  return ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature).map(propertyOf) : inheritedFrom(type);
}

/** The properties of an interface, its own first, then those that it inherits and does not say itself. */
export function propertiesOf(declared: ts.InterfaceDeclaration): readonly Property[] {
  const own = declared.members.filter(ts.isPropertySignature).map(propertyOf);
  const inherited = (declared.heritageClauses ?? []).flatMap(({ types }) => types).flatMap(inheritedFrom);
  const byName = new Map([...inherited, ...own].map((property) => [property.name, property]));
  const names = new Set([...own, ...inherited].map(({ name }) => name));
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

/** The public properties of a class, with what its getters give. What an interface says of one need not be said twice. */
export function propertiesOfClass({ members, heritageClauses }: ts.ClassDeclaration): readonly Property[] {
  const implemented = (heritageClauses ?? []).flatMap(({ types }) => types).flatMap(inheritedFrom);
  return members
    .filter((member) => ts.isPropertyDeclaration(member) || ts.isGetAccessor(member))
    .filter(isPublic)
    .map(propertyOf)
    .map((property) => {
      const promised = implemented.find(({ name }) => name === property.name);
      return property.comment.text === "" && promised !== undefined
        ? { ...property, comment: promised.comment }
        : property;
    });
}

/** Whether users see a member of a class. */
export function isPublic(member: ts.ClassElement): boolean {
  const isHidden =
    (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
  return !isHidden && !isInternal(member) && !(member.name !== undefined && ts.isPrivateIdentifier(member.name));
}

function propertyOf(member: ts.PropertySignature | ts.PropertyDeclaration | ts.GetAccessorDeclaration): Property {
  return {
    name: member.name.getText(),
    isOptional: member.questionToken !== undefined,
    type: member.type,
    comment: docCommentOf(member),
  };
}

/** The properties of what an interface extends: of another interface, or of some of its properties by `Pick` and `Omit`. */
function inheritedFrom(type: ts.ExpressionWithTypeArguments | ts.TypeNode): readonly Property[] {
  const name = nameOf(type);
  const [of, keys] = argumentsOf(type);
  if ((name === "Pick" || name === "Omit") && of !== undefined && keys !== undefined) {
    const named = new Set(textsIn(keys));
    return inheritedFrom(of).filter((property) => named.has(property.name) === (name === "Pick"));
  }
  const declared = declarationsOf(type.getSourceFile().fileName, name).find(ts.isInterfaceDeclaration);
  return declared === undefined ? [] : propertiesOf(declared);
}

function nameOf(type: ts.Node): string {
  if (ts.isExpressionWithTypeArguments(type)) return type.expression.getText();
  return ts.isTypeReferenceNode(type) ? type.typeName.getText() : "";
}

function argumentsOf(type: ts.Node): readonly ts.TypeNode[] {
  return ts.isExpressionWithTypeArguments(type) || ts.isTypeReferenceNode(type) ? (type.typeArguments ?? []) : [];
}

function textsIn(type: ts.TypeNode): readonly string[] {
  const types: readonly ts.TypeNode[] = ts.isUnionTypeNode(type) ? type.types : [type];
  return types.filter(ts.isLiteralTypeNode).flatMap(({ literal }) => (ts.isStringLiteral(literal) ? literal.text : []));
}
