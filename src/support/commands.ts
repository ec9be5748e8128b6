/** A text in two parts. */
export interface Parts {
  readonly said: string;
  /** What it ends with, to be pasted as it stands; '' where it ends with no command. */
  readonly command: string;
}

/** A command stands alone or after a colon, up to the end of its text, so that nobody pastes words along with it. */
const COMMAND = /^(?:(?<said>.*:) )?(?<command>(?:aws|curl|gh|git) .+)$/s;

/** Divides a text for people from the command at its end. */
export function parted(text: string): Parts {
  const { said = '', command } = COMMAND.exec(text)?.groups ?? {};
  return command === undefined ? { said: text, command: '' } : { said, command };
}
