/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-order.h"

/* Index into @tails of the first end that is not below @position. */
static gsize
find_tail (const int   *positions,
           const gsize *tails,
           gsize        n_tails,
           int          position)
{
  gsize low = 0;

  while (low < n_tails)
    {
      gsize middle = low + (n_tails - low) / 2;

      if (positions[tails[middle]] < position)
        low = middle + 1;
      else
        n_tails = middle;
    }
  return low;
}

/**
 * syl_list_order_find_steady:
 * @positions: (array length=n_positions): where the entries of a list were before, in the order
 *   in which they are now; -1 for one that has no place to compare
 * @n_positions: how many
 * @steady: (out) (array length=n_positions): whether an entry kept its place
 *
 * Tells those that were moved from those that were only pushed along: the longest run that is
 * still in its old order stayed, the others moved.
 */
void
syl_list_order_find_steady (const int *positions,
                            gsize      n_positions,
                            gboolean  *steady)
{
  g_autofree gsize *tails = g_new (gsize, n_positions + 1);
  g_autofree gsize *before = g_new (gsize, n_positions + 1);
  gsize n_tails = 0;
  gsize at;

  for (gsize i = 0; i < n_positions; i++)
    {
      gsize tail;

      steady[i] = FALSE;
      if (positions[i] < 0)
        continue;
      tail = find_tail (positions, tails, n_tails, positions[i]);
      before[i] = tail > 0 ? tails[tail - 1] : 0;
      tails[tail] = i;
      n_tails = MAX (n_tails, tail + 1);
    }

  at = n_tails > 0 ? tails[n_tails - 1] : 0;
  for (gsize i = 0; i < n_tails; i++)
    {
      steady[at] = TRUE;
      at = before[at];
    }
}
