import { apiRoute } from '@/app/api/v1/api-route';
import { postQuote } from '@/lib/api/post-quote';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(postQuote);
