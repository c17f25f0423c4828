/** Opens the portfolio named on the command line, prints how that went as JSON, and stays until its input ends. */
import { openPortfolioFile } from '../../../db/portfolioFile.ts';
import { countRecords } from '../../../db/repositories/records.ts';
import { Failure } from '../../../shared/contract/result.ts';

try {
  const file = await openPortfolioFile(process.argv[2] ?? '');
  console.log(JSON.stringify({ readOnly: file.readOnly, initiatives: countRecords(file.db).initiative }));
  process.stdin.resume();
  process.stdin.on('end', () => file.close());
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Failure ? error.error.code : String(error) }));
}
