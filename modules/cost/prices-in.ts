import { partitionOf } from "../aws/region";
import { ownMember } from "../values/own-member";
import { isPending } from "../values/pending";
import { type CostAmount, dollars, NOTHING } from "./amount";
import {
  PRICE_NAMES,
  PRICE_TEXTS,
  type Price,
  type PriceName,
  type PriceTable,
  priceOfUnits,
  type RegionPrices,
} from "./price";
import { EVERYWHERE, PRICES } from "./price-table";

/** A price on which an answer rests. */
export interface UsedPrice extends Price {
  readonly price: PriceName;
}

/** The prices of a Region. */
export class PricesIn {
  readonly #prices: RegionPrices;
  readonly #missing: (name: PriceName) => string;
  readonly #noneIsFree: boolean;

  private constructor(prices: RegionPrices, missing: (name: PriceName) => string, noneIsFree = true) {
    this.#prices = prices;
    this.#missing = missing;
    this.#noneIsFree = noneIsFree;
  }

  /** Those that somebody brings, then those of the table. */
  static of(region: string | undefined, own: PriceTable = {}): PricesIn {
    if (region === undefined)
      return PricesIn.unknown("the Region is not known; say it by --region, or by region in a program");
    if (isPending(region)) return PricesIn.unknown("the Region is known only when Terraform runs");
    const everywhere = partitionOf(region)?.id === "aws" ? EVERYWHERE : {};
    const prices = { ...everywhere, ...ownMember(PRICES, region), ...ownMember(own, region) };
    return new PricesIn(prices, (name) => `there is no price for ${region}: ${PRICE_TEXTS[name]}`);
  }

  /** None, and why. */
  static unknown(because: string): PricesIn {
    return new PricesIn({}, () => because);
  }

  /** None for anything, since what is to be paid for cannot be. */
  static refused(because: string): PricesIn {
    return new PricesIn({}, () => because, false);
  }

  /** What so many units cost. None cost nothing, whatever the price is, unless their number is refused. */
  cost(name: PriceName, units: number): CostAmount {
    if (units === 0 && this.#noneIsFree) return NOTHING;
    const price = this.#prices[name];
    return price === undefined ? { unknown: this.#missing(name) } : dollars(priceOfUnits(price, units));
  }

  /** Those that are known. */
  get known(): readonly UsedPrice[] {
    return PRICE_NAMES.flatMap((name) => {
      const price = this.#prices[name];
      return price === undefined ? [] : [{ price: name, ...price }];
    });
  }
}
