/** Whether something is so: yes, no, or not known. */
export type Truth = "yes" | "no" | "unknown";

/** Whether all are so: one no is enough for no. */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = "yes";
  for (const truth of truths) {
    if (truth === "no") return "no";
    if (truth === "unknown") result = "unknown";
  }
  return result;
}

/** Whether one of them is so: one yes is enough for yes. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = "no";
  for (const truth of truths) {
    if (truth === "yes") return "yes";
    if (truth === "unknown") result = "unknown";
  }
  return result;
}

/** The contrary. */
export function not(truth: Truth): Truth {
  if (truth === "unknown") return truth;
  return truth === "yes" ? "no" : "yes";
}

/** A truth value that is known. */
export function truthOf(value: boolean): Truth {
  return value ? "yes" : "no";
}
