import { apiRoute } from '@/app/api/v1/api-route';
import { postClaim } from '@/lib/api/post-claim';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(postClaim);
