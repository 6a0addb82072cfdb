import { notFound } from 'next/navigation';
import { AppError } from '@/lib/errors';

/** What a query found, or the not-found page where it threw `not_found`: a stranger learns no more than that. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'forbidden')) notFound();
    throw error;
  }
}
