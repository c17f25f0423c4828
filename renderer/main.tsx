import './jitless.ts';

// Schemas are made while their modules load, so everything else has to load after zod was told.
const { start } = await import('./start.tsx');
start();
