/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-memory.h"

#include "syl-config.h"

#if SYL_HAS_MALLOC_TRIM
#include <malloc.h>
#endif

#define SETTLE_SECONDS 2

static void
settled_cb (gpointer user_data)
{
#if SYL_HAS_MALLOC_TRIM
  malloc_trim (0);
#endif
}

/**
 * syl_memory_settle:
 *
 * Gives back to the system, once things have come to rest, what an effort such as reading a list took
 * for a moment. The allocator keeps it otherwise: some megabytes with a list of 50 picks, and more than
 * half of what the program has for itself with one of 100,000. It takes the main thread some
 * milliseconds, and less than one where there is little to give.
 */
void
syl_memory_settle (void)
{
  guint id = g_timeout_add_seconds_once (SETTLE_SECONDS, settled_cb, NULL);

  g_source_set_name_by_id (id, "memory");
}
