import { describe, expect, it } from "vitest";
import type { Consumer } from "../../../scripts/consumers/consumer";
import { installOrder } from "../../../scripts/consumers/install-order";

function consumer(name: string, packages: Readonly<Record<string, string>>): Consumer {
  const { title, directory, app } = { title: name, directory: name, app: "node main.js" };
  return { name, title, directory, app, packages: new Map(Object.entries(packages)), scripts: new Set() };
}

/** Each project with the one whose packages it takes over. */
function orderOf(...consumers: readonly Consumer[]): readonly (readonly [string, string | undefined])[] {
  return installOrder(consumers).map((install) => [install.consumer.name, install.after?.name]);
}

describe("the order of installs", () => {
  const plain = consumer("plain", { cdktf: "0.21.0" });
  const compiled = consumer("compiled", { cdktf: "0.21.0", typescript: "5.9.3" });
  const tested = consumer("tested", { cdktf: "0.21.0", typescript: "5.9.3", vitest: "4.1.12" });

  it("lets each project add to the packages of a smaller one", () => {
    expect(orderOf(tested, plain, compiled)).toEqual([
      ["plain", undefined],
      ["compiled", "plain"],
      ["tested", "compiled"],
    ]);
  });

  it("hands over the packages of equal projects", () => {
    expect(orderOf(compiled, { ...compiled, name: "again" })).toEqual([
      ["compiled", undefined],
      ["again", "compiled"],
    ]);
  });

  it("starts anew for another version", () => {
    const newer = consumer("newer", { cdktf: "0.22.0", typescript: "5.9.3" });
    expect(orderOf(plain, newer)).toEqual([
      ["plain", undefined],
      ["newer", undefined],
    ]);
  });

  it("gives the packages of a project away once", () => {
    const jest = consumer("jest", { cdktf: "0.21.0", jest: "30.5.2" });
    expect(orderOf(plain, compiled, jest)).toEqual([
      ["plain", undefined],
      ["compiled", "plain"],
      ["jest", undefined],
    ]);
  });

  it("takes the largest of several", () => {
    const other = consumer("other", { "@types/node": "20.19.43" });
    const both = consumer("both", { cdktf: "0.21.0", typescript: "5.9.3", "@types/node": "20.19.43" });
    expect(orderOf(other, compiled, both)).toEqual([
      ["other", undefined],
      ["compiled", undefined],
      ["both", "compiled"],
    ]);
  });
});
