/** What only a program with this library has, and nobody can type into JSON or HCL. */
export const WORDS_OF_THE_LIBRARY =
  /\b(?:ContainerImage|SecretSource|LogDriver|Volume|EndpointPlan|Peer)\.\w|\bplan\.with\(|\b(?:acceptFinding|tieredSubnets)\(|\b(?:uses|reachableHosts|services): \[|\b(?:fips|essential|executeCommand|sessionManager): (?:true|false)|\bplatformVersion: "|\b(?:cpu|memory): (?:\d|\$)|\{ (?:tag|jsonKey|serviceName|credentialsParameter)\b/;
