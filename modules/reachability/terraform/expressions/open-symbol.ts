import type { Lack } from "../../model/fact";
import { symbolicText } from "./symbolic-text";
import { type ReferenceValue, type TextValue, type UnknownValue, unknownValue, type Value } from "./value";

/** What is said of a value that only an apply knows. */
export const WHEN_RUN = "has its value only when Terraform runs";

const BECAUSE: Readonly<Record<Lack, string>> = {
  variable: "is given no value",
  module: "is of a module that is not fetched",
  state: "is an output of a configuration that is not checked with it",
  workspace: "is not known, since no workspace is chosen",
};

/** Why a value that has but a name is not known. */
export function openSymbol(value: ReferenceValue | TextValue): UnknownValue {
  const lacking = value.kind === "text" ? value.parts.find(isLacking) : value;
  const lack = lacking !== undefined && isLacking(lacking) ? lacking.lack : undefined;
  return lacking === undefined || lack === undefined
    ? unknownValue(`${symbolicText(value)} ${WHEN_RUN}`)
    : unknownValue(`${symbolicText(lacking)} ${BECAUSE[lack]}`, lack);
}

function isLacking(value: Value): value is ReferenceValue {
  return value.kind === "reference" && value.lack !== undefined;
}
