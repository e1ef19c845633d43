/**
 * Networks that work, as far as AWS's pages tell, as people write them: a network, its security groups, its endpoints and a
 * service, each a file of that folder.
 */

/** Everything is in sight. */
export const PROVED: readonly string[] = `
  acl-rules counted-rules written-out revision
  acl-rules half-each policies template
  acl-rules looked-up-default map-of-objects spot
  acl-rules open-egress one-zone several
  conditional counted-rules module plain
  conditional half-each counted scheduled
  conditional old-rules from-json spot
  conditional self-rules written-out template
  conditional shared one-zone revision
  counted module counted plain
  counted rule-resources associations scheduled
  counted two-halves-of-the-world looked-up-names revision
  default-resources dynamic-ports map-of-objects scheduled
  default-resources inline-groups s3-both revision
  default-resources map-of-rules counted template
  default-resources own-prefix-list set scheduler
  default-resources two-halves-of-the-world written-out spot
  dhcp-options half-each module spot
  dhcp-options map-of-rules associations several
  dhcp-options module set template
  dhcp-options own-prefix-list from-json plain
  dual-stack blocks-as-lists s3-both spot
  dual-stack default-group looked-up-names template
  dual-stack module from-json scheduled
  dual-stack own-prefix-list policy-resources several
  dual-stack self-rules set revision
  dual-stack shared policies mounted
  dual-stack shared dual-stack plain
  dual-stack shared dual-stack several
  egress-vpc blocks-as-lists policies several
  egress-vpc open-egress nothing plain
  egress-vpc shared none public-image
  egress-vpc-per-zone counted-rules only-images scheduled
  egress-vpc-per-zone open-egress none several
  egress-vpc-per-zone two-halves-of-the-world nothing exec
  for-each default-group set exec
  for-each half-each from-yaml plain
  for-each map-of-rules policies plain
  for-each old-rules one-zone scheduled
  for-each open-egress looked-up-names spot
  for-each own-prefix-list module template
  inspection blocks-as-lists policy-resources scheduled
  inspection old-rules map-of-objects plain
  inspection two-halves-of-the-world module several
  listed-acl counted-rules written-out plain
  listed-acl module counted several
  listed-acl self-rules policies revision
  main-association dynamic-ports looked-up-names mounted
  main-association looked-up-default written-out scheduled
  main-association rule-resources s3-both several
  main-association self-rules module spot
  main-table blocks-as-lists module revision
  main-table module one-zone mounted
  main-table two-halves-of-the-world set scheduled
  module counted-rules looked-up-names several
  module default-group one-zone spot
  module map-of-rules written-out scheduled
  module open-egress set plain
  module rule-resources counted revision
  narrow-acl looked-up-default counted several
  narrow-acl map-of-rules from-json revision
  narrow-acl module policies spot
  narrow-acl old-rules set template
  narrow-acl shared map-of-objects plain
  nat blocks-as-lists looked-up-names plain
  nat counted-rules one-zone template
  nat default-group policies public-image
  nat dynamic-ports none scheduler
  nat own-prefix-list counted revision
  nat self-rules associations several
  nat shared module public-image
  nat two-halves-of-the-world nothing exec
  nat-per-zone blocks-as-lists one-zone public-image
  nat-per-zone counted-rules none scheduled
  nat-per-zone dynamic-ports policy-resources template
  nat-per-zone old-rules policies several
  nat-per-zone open-egress only-images revision
  nat-per-zone own-prefix-list associations spot
  nat-per-zone shared nothing scheduler
  on-premises half-each from-json several
  on-premises looked-up-default module revision
  on-premises map-of-rules one-zone spot
  on-premises open-egress written-out template
  on-premises own-prefix-list s3-both scheduled
  on-premises rule-resources set scheduler
  plain dynamic-ports written-out several
  plain open-egress associations mounted
  plain rule-resources map-of-objects template
  plain two-halves-of-the-world s3-both plain
  public counted-rules map-of-objects mounted
  public dynamic-ports policies revision
  public inline-groups counted public-address
  public open-egress module scheduled
  public rule-resources policy-resources public-address
  public shared none public-address
  secondary-block half-each written-out plain
  secondary-block inline-groups policy-resources spot
  secondary-block looked-up-default from-json template
  single-subnet counted-rules counted mounted
  single-subnet default-group written-out plain
  single-subnet inline-groups policies scheduled
  single-subnet old-rules associations revision
  single-subnet rule-resources from-json spot
  single-subnet shared s3-both template
  tiers default-group from-json mounted
  tiers half-each map-of-objects revision
  tiers looked-up-default policies plain
  tiers shared counted spot
`
  .trim()
  .split(/\n\s*/);

/** What is not in sight: the code of the note, and the networks. */
export const UNKNOWN: Readonly<Record<string, readonly string[]>> = {
  // The default VPC may have other DHCP options than those of AWS.
  "dns-servers-unknown": [
    "default-vpc blocks-as-lists map-of-objects several",
    "default-vpc counted-rules set spot",
    "default-vpc default-group policy-resources revision",
    "default-vpc inline-groups associations plain",
    "default-vpc shared looked-up-names scheduled",
    "default-vpc two-halves-of-the-world from-json template",
  ],
  // Nothing is known of subnets that are looked up.
  "task-network-unknown": [
    "existing blocks-as-lists associations template",
    "existing dynamic-ports s3-both mounted",
    "existing self-rules policy-resources plain",
  ],
  // A VPC that is looked up may have DNS host names off.
  "vpc-dns-unknown": [
    "existing-vpc-new-subnets default-group map-of-objects scheduled",
    "existing-vpc-new-subnets dynamic-ports one-zone plain",
  ],
  // The pool gives the VPC a block that only the apply knows.
  "endpoint-ingress-unknown": [
    "ipam inline-groups set several",
    "ipam module s3-both revision",
    "ipam two-halves-of-the-world policy-resources mounted",
  ],
};
