import * as v from 'valibot';
import {
  ConnectionSummarySchema,
  type ConnectionDraft,
  type ConnectionSummary,
} from '../../../src/channel/index.js';
import { optionsPage, type ExtensionUnderTest } from '../workers.js';

const SavedSchema = v.object({
  value: v.object({ saved: v.literal(true), connection: ConnectionSummarySchema }),
});

/** Saves the draft and tells the id of the connection. */
export async function savedId(extension: ExtensionUnderTest, draft: ConnectionDraft): Promise<string> {
  const answer = await extension.send('save-connection', draft, optionsPage);
  return v.parse(SavedSchema, answer).value.connection.id;
}

/** The connections as the options page gets them. */
export async function listOf(extension: ExtensionUnderTest): Promise<ConnectionSummary[]> {
  const answer = await extension.send('connections', {}, optionsPage);
  return v.parse(v.object({ value: v.array(ConnectionSummarySchema) }), answer).value;
}
