import { DeleteSecurityGroupCommand } from '@aws-sdk/client-ec2';
import { known, question } from '../question.ts';
import { visible } from '../watch.ts';

export const groupInUse = question({
  id: 'group-in-use',
  asks: 'With which code does EC2 refuse to delete a security group that an endpoint uses?',
  rows: {
    'security-group-in-use': {
      expected: (value) => /^(DependencyViolation|InvalidGroup\.InUse)$/.test(value),
      answers: [
        known(
          'DependencyViolation',
          'it tries again until the endpoint is gone',
          'ec2.groupInUse: DependencyViolation',
        ),
        known('InvalidGroup.InUse', 'it tries again until the endpoint is gone', 'ec2.groupInUse: InvalidGroup.InUse'),
      ],
    },
  },
  makes: 'One VPC endpoint and its security group.',
  endpoints: 1,
  minutes: 4,
  undone: 'The endpoint and the group are deleted.',
  async look(asking) {
    const { id, groupId } = await asking.made.endpoint();
    await visible(asking, id);
    return asking.raw.ec2((client, sending) =>
      client.send(new DeleteSecurityGroupCommand({ GroupId: groupId }), sending),
    );
  },
  judge: (reply) => [
    {
      row: 'security-group-in-use',
      value: reply.code === '' ? 'accepted' : reply.code,
      says: reply.code === '' ? 'The group was deleted while the endpoint used it.' : `Refused with ${reply.code}.`,
      exchanges: [reply.n],
    },
  ],
});
