import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** What runs SQL: the pool (one statement, one transaction) or an open transaction. */
export interface Sql {
  /** All rows of one statement. */
  rows<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The first row, or undefined. */
  first<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row | undefined>;
  /** The number of rows that a statement changed. */
  change(text: string, values?: readonly unknown[]): Promise<number>;
  /**
   * All rows of a statement of the hot path, planned once per connection instead of at each call. Its text never
   * changes; the name belongs to that text alone.
   */
  prepared<Row extends QueryResultRow>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
}

type Run = <Row extends QueryResultRow>(query: QueryConfig) => Promise<QueryResult<Row>>;

const sqlBy = (run: Run): Sql => ({
  rows: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await run<Row>({ text, values: [...values] })).rows,
  first: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await run<Row>({ text, values: [...values] })).rows[0],
  change: async (text, values = []) => (await run({ text, values: [...values] })).rowCount ?? 0,
  prepared: async <Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []) =>
    (await run<Row>({ name, text, values: [...values] })).rows,
});

const sqlOfPool = (pool: Pool): Sql => sqlBy((query) => pool.query(query));

/** An open transaction: its connection runs one statement at a time, so what is asked for at once waits its turn. */
function sqlOfClient(client: PoolClient): Sql {
  let last: Promise<unknown> = Promise.resolve();
  return sqlBy(<Row extends QueryResultRow>(query: QueryConfig) => {
    const next = last.then(() => client.query<Row>(query));
    last = next.catch(() => undefined);
    return next;
  });
}

/** The transaction that everything asked for in the course of one request is part of, as long as it is open. */
interface Whole {
  readonly sql: Sql;
  readonly entities: EntityManager;
  isOpen: boolean;
}

/** Hand-written SQL on the one pool that TypeORM opened. */
@Injectable()
export class Database implements Sql {
  private readonly whole = new AsyncLocalStorage<Whole>();

  constructor(readonly dataSource: DataSource) {}

  get pool(): Pool {
    return (this.dataSource.driver as PostgresDriver).master as Pool;
  }

  rows<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    return (this.open?.sql ?? sqlOfPool(this.pool)).rows<Row>(text, values);
  }

  first<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row | undefined> {
    return (this.open?.sql ?? sqlOfPool(this.pool)).first<Row>(text, values);
  }

  change(text: string, values?: readonly unknown[]): Promise<number> {
    return (this.open?.sql ?? sqlOfPool(this.pool)).change(text, values);
  }

  /** It runs by itself, also inside `asOne`. */
  prepared<Row extends QueryResultRow>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]> {
    return sqlOfPool(this.pool).prepared<Row>(name, text, values);
  }

  /** One transaction: committed when the work resolves, rolled back when it throws. Inside `asOne` it is a part of that. */
  async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    if (this.open) return partOf(this.open.sql, work);
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const noteBreak = (error: Error) => (broken = error);
    // A connection may be cut between two statements, when nobody awaits it: that must not end the process.
    client.on('error', noteBreak);
    try {
      await client.query('BEGIN');
      const result = await work(sqlOfClient(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(noteBreak);
      throw error;
    } finally {
      client.off('error', noteBreak);
      client.release(broken);
    }
  }

  /** One transaction in which hand-written SQL and entities see each other. */
  async entityTransaction<Result>(work: (sql: Sql, entities: EntityManager) => Promise<Result>): Promise<Result> {
    const { open } = this;
    if (open) return partOf(open.sql, (sql) => work(sql, open.entities));
    return this.dataSource.transaction(async (entities) => {
      if (!entities.queryRunner) throw new Error('A transaction has a connection of its own.');
      return work(sqlOfClient((await entities.queryRunner.connect()) as PoolClient), entities);
    });
  }

  /** One transaction of whatever the work asks of this database, at any depth, without handing it down. */
  asOne<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.entityTransaction(async (sql, entities) => {
      const whole: Whole = { sql, entities, isOpen: true };
      try {
        return await this.whole.run(whole, () => work(sql));
      } finally {
        whole.isOpen = false;
      }
    });
  }

  private get open(): Whole | undefined {
    const whole = this.whole.getStore();
    return whole?.isOpen ? whole : undefined;
  }
}

/** A part may fail and be caught without spoiling the whole. Parts follow one another; they do not run side by side. */
async function partOf<Result>(sql: Sql, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  await sql.change('SAVEPOINT part');
  try {
    const result = await work(sql);
    await sql.change('RELEASE SAVEPOINT part');
    return result;
  } catch (error) {
    await sql.change('ROLLBACK TO SAVEPOINT part');
    throw error;
  }
}
