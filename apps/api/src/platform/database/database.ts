import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
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
}

const sqlOn = (target: Pick<Pool | PoolClient, 'query'>): Sql => ({
  rows: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await target.query<Row>(text, [...values])).rows,
  first: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await target.query<Row>(text, [...values])).rows[0],
  change: async (text, values = []) => (await target.query(text, [...values])).rowCount ?? 0,
});

/** Hand-written SQL on the one pool that TypeORM opened. */
@Injectable()
export class Database implements Sql {
  readonly rows: Sql['rows'];
  readonly first: Sql['first'];
  readonly change: Sql['change'];

  constructor(readonly dataSource: DataSource) {
    const pool: Sql = {
      rows: (text, values) => sqlOn(this.pool).rows(text, values),
      first: (text, values) => sqlOn(this.pool).first(text, values),
      change: (text, values) => sqlOn(this.pool).change(text, values),
    };
    this.rows = pool.rows;
    this.first = pool.first;
    this.change = pool.change;
  }

  get pool(): Pool {
    return (this.dataSource.driver as PostgresDriver).master as Pool;
  }

  /** One transaction: committed when the work resolves, rolled back when it throws. */
  async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(sqlOn(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((rollbackError: Error) => (broken = rollbackError));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** One transaction in which hand-written SQL and entities see each other. */
  async entityTransaction<Result>(work: (sql: Sql, entities: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (entities) => {
      if (!entities.queryRunner) throw new Error('A transaction has a connection of its own.');
      return work(sqlOn((await entities.queryRunner.connect()) as PoolClient), entities);
    });
  }
}
