import { packageForTests } from './program.ts';

packageForTests();
