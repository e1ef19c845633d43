import { expect, it } from "vitest";
import { hostOf, isReachableHost } from "../../../modules/asks/reachable-host";
import { STRING_TOKENS } from "../../support/tokens";

it.each(["localhost", "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.1", "192.168.0.1", "169.254.170.2"])(
  "%s is reached without leaving the VPC",
  (host) => expect(isReachableHost(host)).toBe(true),
);

it.each(["172.15.0.1", "172.32.0.1", "11.0.0.1", "192.169.0.1", "example.com", "10.example.com"])("%s is not", (host) =>
  expect(isReachableHost(host)).toBe(false),
);

it.each([
  ["registry.example.com", ["example.com"], true],
  ["EXAMPLE.com", ["Example.COM"], true],
  ["example.com", ["registry.example.com"], false],
  ["notexample.com", ["example.com"], false],
])("%s with %j declared: %s", (host, declared, expected) => expect(isReachableHost(host, declared)).toBe(expected));

it.each(STRING_TOKENS)("%s declares nothing that can be compared", (_name, token) =>
  expect(isReachableHost("example.com", [token])).toBe(false),
);

it.each([
  ["https://splunk.example.com:8088/services?x=1", "splunk.example.com"],
  ["splunk.example.com:8088", "splunk.example.com"],
  ["splunk.example.com", "splunk.example.com"],
  ["tcp://10.0.0.1", "10.0.0.1"],
])("the host of %s is %s", (address, host) => expect(hostOf(address)).toBe(host));
