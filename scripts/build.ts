/**
 * Builds dist/ from src/, with the licences of all that is in it. A folder given as argument takes the place of dist/.
 */
import path from 'node:path';
import { bundle, root } from './bundle/bundle.ts';

const dist = path.join(root, process.argv[2] ?? 'dist');
await bundle({ input: path.join(root, 'src/main.ts'), out: dist, work: path.join(root, 'pre') });
