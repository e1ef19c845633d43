import type { Proof } from "../reachability/model/proof";
import { assumptionsByNetwork, onYourWord } from "../reachability/report/on-your-word";
import { html } from "./html";
import type { Section } from "./section";
import { sentence } from "./words";

/** What is taken on somebody's word, by the network of which it is said. */
export function assumptionsSection(proof: Proof): readonly Section[] {
  const networks = Array.from(
    assumptionsByNetwork(proof),
    ([network, texts]) => html`<h3>${onYourWord(network)}</h3>
<ul>${texts.map((text) => html`<li>${sentence(text)}</li>`)}</ul>
`,
  );
  return networks.length === 0 ? [] : [{ id: "assumptions", title: "Assumptions", content: html`${networks}` }];
}
