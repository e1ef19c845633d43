"""What Python runs before moto, which starts with this folder on its path.

Route 53 makes a zone private that is created with a VPC. moto 5.2 does so only where the request says it as well, which the AWS
provider of Terraform never does: the VPC would be lost, and no further one could be associated.

The provider reads the tags of everything that it has registered with Application Auto Scaling. moto 5.2 has no such request, and the
provider would repeat it for minutes.

AWS shows what was deleted of a transit gateway for a while, as deleted, and the provider waits until it has seen that. moto 5.2 forgets
it at once, and drops the tags with which an attachment is created.

The prefix list of a service has its address blocks in DescribePrefixLists. moto 5.2 tells them in GetManagedPrefixListEntries alone.
"""

import json

import requests_to_moto  # noqa: F401
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.ec2.models import EC2Backend
from moto.ec2.models.managed_prefixes import ManagedPrefixList
from moto.ec2.responses.transit_gateway_attachments import TransitGatewayAttachment
from moto.route53.responses import Route53

_get_bool_param = Route53._get_bool_param


def _with_private_zones(self, name, if_none=None):
    if name == "HostedZoneConfig.PrivateZone" and self._get_param("VPC.VPCId"):
        return True
    return _get_bool_param(self, name, if_none)


Route53._get_bool_param = _with_private_zones


def _no_tags(self):
    return json.dumps({"Tags": {}})


ApplicationAutoScalingResponse.list_tags_for_resource = _no_tags


_delete_attachment = EC2Backend.delete_transit_gateway_vpc_attachment
_delete_gateway = EC2Backend.delete_transit_gateway
_create_attachment = TransitGatewayAttachment.create_transit_gateway_vpc_attachment


def _delete_and_show_attachment(self, transit_gateway_attachment_id):
    deleted = _delete_attachment(self, transit_gateway_attachment_id)
    self.transit_gateway_attachments[deleted.id] = deleted
    return deleted


def _delete_and_show_gateway(self, transit_gateway_id):
    deleted = _delete_gateway(self, transit_gateway_id)
    deleted.state = "deleted"
    self.transit_gateways[deleted.id] = deleted
    return deleted


def _create_tagged_attachment(self):
    answer = _create_attachment(self)
    tags = self._parse_tag_specification().get("transit-gateway-attachment", {})
    answer.result["TransitGatewayVpcAttachment"].add_tags(tags)
    return answer


EC2Backend.delete_transit_gateway_vpc_attachment = _delete_and_show_attachment
EC2Backend.delete_transit_gateway = _delete_and_show_gateway
TransitGatewayAttachment.create_transit_gateway_vpc_attachment = _create_tagged_attachment


def _blocks(self):
    latest = list(self.entries.values())[-1:]
    return [entry["Cidr"] for entries in latest for entry in entries]


ManagedPrefixList.cidrs = property(_blocks)
