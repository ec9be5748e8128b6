# Made by `npm run readme` from setup/aws/policies and setup/aws/parameters.json.
variable "vpc_id" {
  description = "The VPC that gets the private connection."
  type        = string

  validation {
    condition     = can(regex("^vpc-[0-9a-f]{8,17}$", var.vpc_id))
    error_message = "vpc_id must be a VPC ID, such as vpc-0123456789abcdef0."
  }
}

variable "repository" {
  description = "The repository whose jobs use the roles: ORG/REPO. A repository created since 15 July 2026, or that opted in to immutable subjects, needs its IDs: ORG@ORG_ID/REPO@REPO_ID."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]+(@[0-9]+)?/[A-Za-z0-9_.-]+(@[0-9]+)?$", var.repository))
    error_message = "repository must be ORG/REPO or ORG@ORG_ID/REPO@REPO_ID."
  }
}

variable "branch" {
  description = "The branch whose jobs use the roles, such as the default branch for schedules."
  type        = string
  default     = "main"

  validation {
    condition     = can(regex("^[A-Za-z0-9_./@+#=-]{1,200}$", var.branch))
    error_message = "branch must be the name of a branch, without refs/heads/."
  }
}

variable "deployment_environment" {
  description = "The deployment environment of the jobs that change something. With it, the role to change trusts only that environment, and no longer the branch."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^[A-Za-z0-9_./%@+= -]{0,255}$", var.deployment_environment))
    error_message = "deployment_environment must be the name of a deployment environment, with a colon written as %3A."
  }
}

variable "more_subjects" {
  description = "More subjects that may use the role to change and the role to verify, such as those of other repositories. Each is compared exactly: repo:ORG/REPO:environment:NAME."
  type        = list(string)
  default     = []
}

variable "plan_on_pull_requests" {
  description = "Whether pull requests may use the role to verify, for plans as comments."
  type        = bool
  default     = false
}

variable "preview_vpc_id" {
  description = "The VPC for previews. With it there is a role for previews, which every pull request of the repository can use. Empty: no such role."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(vpc-[0-9a-f]{8,17})?$", var.preview_vpc_id))
    error_message = "preview_vpc_id must be a VPC ID, or empty."
  }
}

variable "service_name" {
  description = "The one endpoint service that endpoints may be created for: com.amazonaws.vpce.REGION.vpce-svc-…. Empty: any that is not AWS's own."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(com\\.amazonaws\\.vpce\\.[a-z0-9-]+\\.vpce-svc-[0-9a-f]+)?$", var.service_name))
    error_message = "service_name must be the name of an endpoint service, or empty."
  }
}

variable "team" {
  description = "The value of the tag team. With it the roles create and change only what carries team=VALUE, so teams no longer share endpoints. The steps need tags: team=VALUE."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^[A-Za-z0-9_.:/=+@ -]{0,256}$", var.team))
    error_message = "team must be a tag value."
  }
}

variable "restrict_private_dns" {
  description = "Whether private DNS is limited to this VPC (route53:VPCs). AWS's form of this key is untried."
  type        = bool
  default     = false
}

variable "oidc_provider_arn" {
  description = "GitHub's OIDC provider, if the account has one. Empty: it is created."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(arn:[a-z-]+:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com)?$", var.oidc_provider_arn))
    error_message = "oidc_provider_arn must be the ARN of the OIDC provider token.actions.githubusercontent.com, or empty."
  }
}

variable "audience" {
  description = "The audience of the tokens; in China sts.amazonaws.com.cn."
  type        = string
  default     = "sts.amazonaws.com"

  validation {
    condition     = can(regex("^[A-Za-z0-9_.:/-]{1,255}$", var.audience))
    error_message = "audience must be an audience."
  }
}

variable "permissions_boundary" {
  description = "The ARN of a permissions boundary for the roles. Empty: none."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(arn:[a-z-]+:iam::([0-9]{12}|aws):policy/[A-Za-z0-9_+=,.@/-]+)?$", var.permissions_boundary))
    error_message = "permissions_boundary must be the ARN of a policy, or empty."
  }
}

variable "name" {
  description = "How the names of the roles begin; -change, -verify and -previews follow. Another one for each VPC."
  type        = string
  default     = "cockroachdb-privatelink"

  validation {
    condition     = can(regex("^cockroachdb-privatelink(-[A-Za-z0-9]+)*$", var.name))
    error_message = "name must begin with cockroachdb-privatelink, and have at most 55 characters."
  }

  validation {
    condition     = length(var.name) <= 55
    error_message = "name must begin with cockroachdb-privatelink, and have at most 55 characters."
  }
}
