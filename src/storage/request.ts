/** One request to storage. */
export interface StorageRequest {
  service: 'table' | 'queue';
  /**
   * The table as it is defined, without a prefix; undefined for what is about none, such as listing them, and for all that a turn asks
   * that may leave no trace.
   */
  table?: string;
  method: string;
  url: string;
  /** What is written: the JSON of a row, the parts of a transaction, or a message as the queue gets it. */
  body?: string;
}

/** Told of every request before it leaves, retries of table requests included. What it throws keeps the request back. */
export type OnRequest = (request: StorageRequest) => void;
