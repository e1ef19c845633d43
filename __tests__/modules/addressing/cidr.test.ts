import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cidrSubnet, cidrsOverlap, containsCidr, formatCidr, parseCidr } from "../../../modules/addressing/cidr";
import { anyCidr, cidr } from "../../support/cidrs";

const anyBlock = anyCidr(0, 32);

describe("parseCidr", () => {
  it("reads the first and the last address of a block", () => {
    expect(cidr("10.0.1.0/24")).toEqual({ first: 0x0a00_0100, last: 0x0a00_01ff, prefixLength: 24 });
    expect(cidr("0.0.0.0/0")).toEqual({ first: 0, last: 0xffff_ffff, prefixLength: 0 });
    expect(cidr("255.255.255.255/32")).toEqual({ first: 0xffff_ffff, last: 0xffff_ffff, prefixLength: 32 });
  });

  it.each([
    "",
    "10.0.0.0",
    "10.0.0/16",
    "10.0.0.0.0/16",
    "10.0.0.256/32",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/",
    "10.0.0.0/1 6",
    " 10.0.0.0/16",
    "10.0.0.0/16\n",
    "010.0.0.0/16",
    "10.00.0.0/16",
    "10.0.0.0/08",
    "0x0a.0.0.0/16",
    "2001:db8::/56",
    "ten.0.0.0/16",
  ])('does not take "%s" for a CIDR', (text) => {
    expect(parseCidr(text)).toEqual({ problem: "malformed" });
  });

  it("names the block that a misaligned one was probably meant to be", () => {
    expect(parseCidr("10.0.1.0/16")).toEqual({ problem: "misaligned", aligned: "10.0.0.0/16" });
    expect(parseCidr("192.168.255.255/31")).toEqual({ problem: "misaligned", aligned: "192.168.255.254/31" });
  });

  it("reads back what formatCidr wrote", () => {
    fc.assert(
      fc.property(anyBlock, (block) => {
        expect(cidr(formatCidr(block))).toEqual(block);
      }),
    );
  });

  it("takes no second spelling of a block", () => {
    const number = fc.oneof(fc.nat(300).map(String), fc.stringMatching(/^\d{1,3}$/));
    fc.assert(
      fc.property(fc.tuple(number, number, number, number), fc.stringMatching(/^\d{1,2}$/), (octets, prefix) => {
        const text = `${octets.join(".")}/${prefix}`;
        const parsed = parseCidr(text);
        if ("cidr" in parsed) expect(formatCidr(parsed.cidr)).toBe(text);
      }),
    );
  });

  it("never rounds an address with host bits, and names the aligned block around it", () => {
    const withHostBits = anyBlock
      .filter(({ prefixLength }) => prefixLength < 32)
      .chain((block) => fc.integer({ min: block.first + 1, max: block.last }).map((address) => ({ block, address })));
    fc.assert(
      fc.property(withHostBits, ({ block, address }) => {
        const text = formatCidr({ ...block, first: address });
        expect(parseCidr(text)).toEqual({ problem: "misaligned", aligned: formatCidr(block) });
      }),
    );
  });
});

describe("containsCidr and cidrsOverlap", () => {
  it("take a block to contain and to overlap itself", () => {
    fc.assert(fc.property(anyBlock, (block) => containsCidr(block, block) && cidrsOverlap(block, block)));
  });

  it("agree: two aligned blocks overlap exactly if one contains the other", () => {
    fc.assert(
      fc.property(anyBlock, anyBlock, (a, b) => {
        expect(cidrsOverlap(a, b)).toBe(containsCidr(a, b) || containsCidr(b, a));
      }),
    );
  });

  it("tell neighbours apart", () => {
    expect(cidrsOverlap(cidr("10.0.0.0/24"), cidr("10.0.1.0/24"))).toBe(false);
    expect(containsCidr(cidr("10.0.0.0/16"), cidr("10.0.255.0/24"))).toBe(true);
    expect(containsCidr(cidr("10.0.0.0/16"), cidr("10.1.0.0/24"))).toBe(false);
    expect(containsCidr(cidr("10.0.0.0/24"), cidr("10.0.0.0/16"))).toBe(false);
  });
});

describe("cidrSubnet", () => {
  /** Examples of Terraform's own documentation of `cidrsubnet`. */
  it.each([
    ["172.16.0.0/12", 4, 2, "172.18.0.0/16"],
    ["10.1.2.0/24", 4, 15, "10.1.2.240/28"],
  ])("counts as Terraform does: cidrsubnet(%s, %i, %i) is %s", (block, newBits, index, subnet) => {
    expect(cidrSubnet(cidr(block), newBits, index)).toEqual(cidr(subnet));
  });

  it("divides a block without gaps", () => {
    fc.assert(
      fc.property(anyBlock, fc.integer({ min: 0, max: 6 }), (block, newBits) => {
        fc.pre(block.prefixLength + newBits <= 32);
        const parts = Array.from({ length: 2 ** newBits }, (_, index) => cidrSubnet(block, newBits, index));
        let next = block.first;
        for (const part of parts) {
          expect(part?.first).toBe(next);
          next = (part?.last ?? Number.NaN) + 1;
        }
        expect(next).toBe(block.last + 1);
      }),
    );
  });

  it("has no block outside, and none smaller than an address", () => {
    expect(cidrSubnet(cidr("10.0.0.0/16"), 8, 256)).toBeUndefined();
    expect(cidrSubnet(cidr("10.0.0.0/16"), 8, -1)).toBeUndefined();
    expect(cidrSubnet(cidr("10.0.0.0/30"), 3, 0)).toBeUndefined();
  });
});
