# Made by `npm run readme` from setup/aws/policies and setup/aws/parameters.json.

output "change_role_arn" {
  description = "The role for role-to-assume: ensure, delete and sweep."
  value       = aws_iam_role.change.arn
}

output "verify_role_arn" {
  description = "The role for role-to-assume: verify, and any operation with dry-run."
  value       = aws_iam_role.verify.arn
}

output "previews_role_arn" {
  description = "The role for role-to-assume: previews of pull requests. Null without preview_vpc_id."
  value       = var.preview_vpc_id != "" ? aws_iam_role.previews[0].arn : null
}

output "oidc_provider_arn" {
  description = "GitHub's OIDC provider."
  value       = local.provider_arn
}

output "with" {
  description = "The lines for `with:` of a step that changes something."
  value = join("\n", concat(
    [
      "aws-region: ${local.region}",
      "role-to-assume: ${aws_iam_role.change.arn}",
      "vpc-id: ${var.vpc_id}",
    ],
    var.team != "" ? ["tags: team=${var.team}"] : [],
  ))
}
