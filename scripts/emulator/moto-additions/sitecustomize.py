"""What Python runs before moto, which starts with this folder on its path.

Route 53 makes a zone private that is created with a VPC. moto 5.2 does so only where the request says it as well, which the AWS
provider of Terraform never does: the VPC would be lost, and no further one could be associated.

The provider reads the tags of everything that it has registered with Application Auto Scaling. moto 5.2 has no such request, and the
provider would repeat it for minutes.
"""

import json

import requests_to_moto  # noqa: F401
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
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
