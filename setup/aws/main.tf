# Made by `npm run readme` from setup/aws/policies and setup/aws/parameters.json.

terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.81"
    }
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account_id   = data.aws_caller_identity.current.account_id
  partition    = data.aws_partition.current.partition
  region       = data.aws_region.current.id
  provider_arn = var.oidc_provider_arn != "" ? var.oidc_provider_arn : aws_iam_openid_connect_provider.github[0].arn
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = var.oidc_provider_arn != "" ? 0 : 1
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = [var.audience]
}

resource "aws_iam_role" "change" {
  name                 = "${var.name}-change"
  description          = "Private connections to CockroachDB Cloud from GitHub Actions"
  permissions_boundary = var.permissions_boundary != "" ? var.permissions_boundary : null
  assume_role_policy   = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
    %{ if length(var.more_subjects) > 0 ~}
        {
          "Effect": "Allow",
          "Principal": {
            "Federated": "${local.provider_arn}"
          },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {
            "StringEquals": {
              "token.actions.githubusercontent.com:aud": "${var.audience}",
              "token.actions.githubusercontent.com:sub": ${jsonencode(var.more_subjects)}
            }
          }
        },
    %{ endif ~}
        {
          "Effect": "Allow",
          "Principal": {
            "Federated": "${local.provider_arn}"
          },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {
            "StringEquals": {
              "token.actions.githubusercontent.com:aud": "${var.audience}",
              "token.actions.githubusercontent.com:sub": "%{ if var.deployment_environment != "" }repo:${var.repository}:environment:${var.deployment_environment}%{ else }repo:${var.repository}:ref:refs/heads/${var.branch}%{ endif }"
            }
          }
        }
      ]
    }
  JSON
}

resource "aws_iam_role_policy" "change" {
  name   = "privatelink"
  role   = aws_iam_role.change.id
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Read",
          "Effect": "Allow",
          "Action": [
            "ec2:DescribeVpcs",
            "ec2:DescribeSubnets",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribeNetworkInterfaces"
          ],
          "Resource": "*",
          "Condition": {
            "StringEquals": {
              "aws:RequestedRegion": "${local.region}"
            }
          }
        },
        {
          "Sid": "ReadVpcAttributes",
          "Effect": "Allow",
          "Action": "ec2:DescribeVpcAttribute",
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.vpc_id}"
        },
        {
          "Sid": "ChangeEndpointsInVpc",
          "Effect": "Allow",
          "Action": [
            "ec2:CreateVpcEndpoint",
            "ec2:ModifyVpcEndpoint"
          ],
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.vpc_id}"
        },
        {
          "Sid": "UseNetwork",
          "Effect": "Allow",
          "Action": "ec2:CreateVpcEndpoint",
          "Resource": [
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:subnet/*",
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*"
          ]
        },
        {
          "Sid": "ChangeNetwork",
          "Effect": "Allow",
          "Action": "ec2:ModifyVpcEndpoint",
          "Resource": [
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:subnet/*",
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*"
          ],
          "Condition": {
            "ArnEquals": {
              "ec2:Vpc": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.vpc_id}"
            }
          }
        },
        {
          "Sid": "CreateEndpoint",
          "Effect": "Allow",
          "Action": "ec2:CreateVpcEndpoint",
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-endpoint/*",
          "Condition": {
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:RequestTag/team": "${var.team}",
    %{ endif ~}
              "aws:RequestTag/cockroachdb-privatelink/managed-by": "github-action"
            },
            "StringLike": {
              "ec2:VpceServiceName": "%{ if var.service_name != "" }${var.service_name}%{ else }com.amazonaws.vpce.${local.region}.vpce-svc-*%{ endif }"
            }
          }
        },
        {
          "Sid": "ChangeOwnEndpoints",
          "Effect": "Allow",
          "Action": [
            "ec2:ModifyVpcEndpoint",
            "ec2:DeleteVpcEndpoints"
          ],
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-endpoint/*",
          "Condition": {
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:ResourceTag/team": "${var.team}",
    %{ endif ~}
              "aws:ResourceTag/cockroachdb-privatelink/managed-by": "github-action"
            },
            "StringLikeIfExists": {
              "ec2:VpceServiceName": "%{ if var.service_name != "" }${var.service_name}%{ else }com.amazonaws.vpce.${local.region}.vpce-svc-*%{ endif }"
            }
          }
        },
        {
          "Sid": "CreateGroupInVpc",
          "Effect": "Allow",
          "Action": "ec2:CreateSecurityGroup",
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.vpc_id}"
        },
        {
          "Sid": "CreateGroup",
          "Effect": "Allow",
          "Action": "ec2:CreateSecurityGroup",
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*",
          "Condition": {
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:RequestTag/team": "${var.team}",
    %{ endif ~}
              "aws:RequestTag/cockroachdb-privatelink/managed-by": "github-action"
            }
          }
        },
        {
          "Sid": "ChangeOwnGroups",
          "Effect": "Allow",
          "Action": [
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:DeleteSecurityGroup"
          ],
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*",
          "Condition": {
            "ArnEquals": {
              "ec2:Vpc": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.vpc_id}"
            },
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:ResourceTag/team": "${var.team}",
    %{ endif ~}
              "aws:ResourceTag/cockroachdb-privatelink/managed-by": "github-action"
            }
          }
        },
        {
          "Sid": "TagAtCreation",
          "Effect": "Allow",
          "Action": "ec2:CreateTags",
          "Resource": [
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-endpoint/*",
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*"
          ],
          "Condition": {
            "StringEquals": {
              "ec2:CreateAction": [
                "CreateVpcEndpoint",
                "CreateSecurityGroup"
              ]
            }
          }
        },
        {
          "Sid": "KeepClaims",
          "Effect": "Allow",
          "Action": [
            "ec2:CreateTags",
            "ec2:DeleteTags"
          ],
          "Resource": [
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-endpoint/*",
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*"
          ],
          "Condition": {
            "ArnEqualsIfExists": {
              "ec2:Vpc": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.vpc_id}"
            },
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:ResourceTag/team": "${var.team}",
    %{ endif ~}
              "aws:ResourceTag/cockroachdb-privatelink/managed-by": "github-action"
            },
            "ForAllValues:StringLike": {
              "aws:TagKeys": [
                "cockroachdb-privatelink/claim/*",
                "cockroachdb-privatelink/leaving/*",
                "cockroachdb-privatelink/without-zones"
              ]
            },
            "Null": {
              "aws:TagKeys": "false"
            }
          }
        },
        {
          "Sid": "PrivateDns",
    %{ if var.restrict_private_dns ~}
          "Condition": {
            "ForAllValues:StringEquals": {
              "route53:VPCs": [
                "VPCId=${var.vpc_id},VPCRegion=${local.region}"
              ]
            }
          },
    %{ endif ~}
          "Effect": "Allow",
          "Action": "route53:AssociateVPCWithHostedZone",
          "Resource": "*"
        }
      ]
    }
  JSON
}

resource "aws_iam_role" "verify" {
  name                 = "${var.name}-verify"
  description          = "Private connections to CockroachDB Cloud from GitHub Actions"
  permissions_boundary = var.permissions_boundary != "" ? var.permissions_boundary : null
  assume_role_policy   = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
    %{ if length(var.more_subjects) > 0 ~}
        {
          "Effect": "Allow",
          "Principal": {
            "Federated": "${local.provider_arn}"
          },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {
            "StringEquals": {
              "token.actions.githubusercontent.com:aud": "${var.audience}",
              "token.actions.githubusercontent.com:sub": ${jsonencode(var.more_subjects)}
            }
          }
        },
    %{ endif ~}
        {
          "Effect": "Allow",
          "Principal": {
            "Federated": "${local.provider_arn}"
          },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {
            "StringEquals": {
              "token.actions.githubusercontent.com:aud": "${var.audience}",
              "token.actions.githubusercontent.com:sub": [
    %{ if var.deployment_environment != "" ~}
                "repo:${var.repository}:environment:${var.deployment_environment}",
    %{ endif ~}
    %{ if var.plan_on_pull_requests ~}
                "repo:${var.repository}:pull_request",
    %{ endif ~}
                "repo:${var.repository}:ref:refs/heads/${var.branch}"
              ]
            }
          }
        }
      ]
    }
  JSON
}

resource "aws_iam_role_policy" "verify" {
  name   = "privatelink"
  role   = aws_iam_role.verify.id
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Read",
          "Effect": "Allow",
          "Action": [
            "ec2:DescribeVpcs",
            "ec2:DescribeSubnets",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribeNetworkInterfaces"
          ],
          "Resource": "*",
          "Condition": {
            "StringEquals": {
              "aws:RequestedRegion": "${local.region}"
            }
          }
        },
        {
          "Sid": "ReadVpcAttributes",
          "Effect": "Allow",
          "Action": "ec2:DescribeVpcAttribute",
          "Resource": [
    %{ if var.preview_vpc_id != "" ~}
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.preview_vpc_id}",
    %{ endif ~}
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.vpc_id}"
          ]
        }
      ]
    }
  JSON
}

resource "aws_iam_role" "previews" {
  count = var.preview_vpc_id != "" ? 1 : 0
  name                 = "${var.name}-previews"
  description          = "Private connections to CockroachDB Cloud from GitHub Actions"
  permissions_boundary = var.permissions_boundary != "" ? var.permissions_boundary : null
  assume_role_policy   = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {
            "Federated": "${local.provider_arn}"
          },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {
            "StringEquals": {
              "token.actions.githubusercontent.com:aud": "${var.audience}",
              "token.actions.githubusercontent.com:sub": [
                "repo:${var.repository}:pull_request",
                "repo:${var.repository}:ref:refs/heads/${var.branch}"
              ]
            }
          }
        }
      ]
    }
  JSON
}

resource "aws_iam_role_policy" "previews" {
  count = var.preview_vpc_id != "" ? 1 : 0
  name   = "privatelink"
  role   = aws_iam_role.previews[0].id
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Read",
          "Effect": "Allow",
          "Action": [
            "ec2:DescribeVpcs",
            "ec2:DescribeSubnets",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribeNetworkInterfaces"
          ],
          "Resource": "*",
          "Condition": {
            "StringEquals": {
              "aws:RequestedRegion": "${local.region}"
            }
          }
        },
        {
          "Sid": "ReadVpcAttributes",
          "Effect": "Allow",
          "Action": "ec2:DescribeVpcAttribute",
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.preview_vpc_id}"
        },
        {
          "Sid": "ChangeEndpointsInVpc",
          "Effect": "Allow",
          "Action": [
            "ec2:CreateVpcEndpoint",
            "ec2:ModifyVpcEndpoint"
          ],
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.preview_vpc_id}"
        },
        {
          "Sid": "UseNetwork",
          "Effect": "Allow",
          "Action": "ec2:CreateVpcEndpoint",
          "Resource": [
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:subnet/*",
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*"
          ]
        },
        {
          "Sid": "ChangeNetwork",
          "Effect": "Allow",
          "Action": "ec2:ModifyVpcEndpoint",
          "Resource": [
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:subnet/*",
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*"
          ],
          "Condition": {
            "ArnEquals": {
              "ec2:Vpc": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.preview_vpc_id}"
            }
          }
        },
        {
          "Sid": "CreateEndpoint",
          "Effect": "Allow",
          "Action": "ec2:CreateVpcEndpoint",
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-endpoint/*",
          "Condition": {
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:RequestTag/team": "${var.team}",
    %{ endif ~}
              "aws:RequestTag/cockroachdb-privatelink/managed-by": "github-action"
            },
            "StringLike": {
              "ec2:VpceServiceName": "%{ if var.service_name != "" }${var.service_name}%{ else }com.amazonaws.vpce.${local.region}.vpce-svc-*%{ endif }"
            }
          }
        },
        {
          "Sid": "ChangeOwnEndpoints",
          "Effect": "Allow",
          "Action": [
            "ec2:ModifyVpcEndpoint",
            "ec2:DeleteVpcEndpoints"
          ],
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-endpoint/*",
          "Condition": {
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:ResourceTag/team": "${var.team}",
    %{ endif ~}
              "aws:ResourceTag/cockroachdb-privatelink/managed-by": "github-action"
            },
            "StringLikeIfExists": {
              "ec2:VpceServiceName": "%{ if var.service_name != "" }${var.service_name}%{ else }com.amazonaws.vpce.${local.region}.vpce-svc-*%{ endif }"
            }
          }
        },
        {
          "Sid": "CreateGroupInVpc",
          "Effect": "Allow",
          "Action": "ec2:CreateSecurityGroup",
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.preview_vpc_id}"
        },
        {
          "Sid": "CreateGroup",
          "Effect": "Allow",
          "Action": "ec2:CreateSecurityGroup",
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*",
          "Condition": {
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:RequestTag/team": "${var.team}",
    %{ endif ~}
              "aws:RequestTag/cockroachdb-privatelink/managed-by": "github-action"
            }
          }
        },
        {
          "Sid": "ChangeOwnGroups",
          "Effect": "Allow",
          "Action": [
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:DeleteSecurityGroup"
          ],
          "Resource": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*",
          "Condition": {
            "ArnEquals": {
              "ec2:Vpc": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.preview_vpc_id}"
            },
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:ResourceTag/team": "${var.team}",
    %{ endif ~}
              "aws:ResourceTag/cockroachdb-privatelink/managed-by": "github-action"
            }
          }
        },
        {
          "Sid": "TagAtCreation",
          "Effect": "Allow",
          "Action": "ec2:CreateTags",
          "Resource": [
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-endpoint/*",
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*"
          ],
          "Condition": {
            "StringEquals": {
              "ec2:CreateAction": [
                "CreateVpcEndpoint",
                "CreateSecurityGroup"
              ]
            }
          }
        },
        {
          "Sid": "KeepClaims",
          "Effect": "Allow",
          "Action": [
            "ec2:CreateTags",
            "ec2:DeleteTags"
          ],
          "Resource": [
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-endpoint/*",
            "arn:${local.partition}:ec2:${local.region}:${local.account_id}:security-group/*"
          ],
          "Condition": {
            "ArnEqualsIfExists": {
              "ec2:Vpc": "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc/${var.preview_vpc_id}"
            },
            "StringEquals": {
    %{ if var.team != "" ~}
              "aws:ResourceTag/team": "${var.team}",
    %{ endif ~}
              "aws:ResourceTag/cockroachdb-privatelink/managed-by": "github-action"
            },
            "ForAllValues:StringLike": {
              "aws:TagKeys": [
                "cockroachdb-privatelink/claim/*",
                "cockroachdb-privatelink/leaving/*",
                "cockroachdb-privatelink/without-zones"
              ]
            },
            "Null": {
              "aws:TagKeys": "false"
            }
          }
        },
        {
          "Sid": "PrivateDns",
    %{ if var.restrict_private_dns ~}
          "Condition": {
            "ForAllValues:StringEquals": {
              "route53:VPCs": [
                "VPCId=${var.preview_vpc_id},VPCRegion=${local.region}"
              ]
            }
          },
    %{ endif ~}
          "Effect": "Allow",
          "Action": "route53:AssociateVPCWithHostedZone",
          "Resource": "*"
        }
      ]
    }
  JSON
}
