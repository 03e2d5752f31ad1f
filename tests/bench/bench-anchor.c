/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds 500 highlights again on a text of one megabyte, with preparing that text, and prints the least
 * milliseconds of several runs: unchanged, one word in 200 changed, one in 20, and all of them gone. */
#include <stdio.h>
#include <string.h>

#include "anchor/syl-anchor-page.h"

#define N_HIGHLIGHTS 500
#define N_BYTES (1024 * 1024)
#define N_RUNS 5
#define N_WORDS 12000

/* Word @rank is the more frequent the lower it is, as in languages. */
static void
append_word (GString *text,
             GRand   *random)
{
  unsigned int rank = (unsigned int) (N_WORDS * g_rand_double (random) * g_rand_double (random) * g_rand_double (random));

  for (unsigned int rest = rank * 7 + 3; rest > 0; rest /= 17)
    g_string_append_printf (text, "%c%c", "bcdfghklmnprstvwz"[rest % 17], "aeiou"[rest % 5]);
  g_string_append (text, g_rand_int_range (random, 0, 14) == 0 ? ". " : " ");
}

static char *
make_text (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  while (text->len < N_BYTES)
    append_word (text, random);
  return g_string_free (text, FALSE);
}

/* One word in @rate becomes another one. */
static char *
edit (const char   *text,
      unsigned int  rate)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  GString *edited = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, " ") + 1;

      if (g_rand_int_range (random, 0, (gint32) rate) == 0)
        append_word (edited, random);
      else
        g_string_append_len (edited, p, (gssize) MIN (length, strlen (p)));
      p += MIN (length, strlen (p));
    }
  return g_string_free (edited, FALSE);
}

static void
select_all (const char         *text,
            SylAnchorSelector **selectors)
{
  g_autoptr (SylAnchorPage) page = syl_anchor_page_new (text, strlen (text), NULL);
  gsize length = strlen (text);

  for (gsize i = 0; i < N_HIGHLIGHTS; i++)
    {
      gsize start = length / N_HIGHLIGHTS * i, end = start + 20 + i % 5 * 60;

      selectors[i] = syl_anchor_page_select (page, (SylByteRange) { start, MIN (end, length) }, 0, NULL);
      g_assert_nonnull (selectors[i]);
    }
}

static void
measure (const char               *name,
         const char               *text,
         SylAnchorSelector *const *selectors)
{
  SylAnchorMatch matches[N_HIGHLIGHTS];
  gint64 least = G_MAXINT64, preparing = 0;
  unsigned int counts[3] = { 0 };

  for (int run = 0; run < N_RUNS; run++)
    {
      gint64 begin = g_get_monotonic_time (), prepared, end;
      g_autoptr (SylAnchorPage) page = syl_anchor_page_new (text, strlen (text), NULL);

      prepared = g_get_monotonic_time ();
      syl_anchor_page_match (page, (const SylAnchorSelector *const *) selectors, N_HIGHLIGHTS, matches);
      end = g_get_monotonic_time ();
      if (end - begin < least)
        {
          least = end - begin;
          preparing = prepared - begin;
        }
    }
  for (gsize i = 0; i < N_HIGHLIGHTS; i++)
    counts[matches[i].status]++;
  printf ("%s\t%.1f\t%.1f\t%u\t%u\t%u\n", name, (double) least / 1000, (double) preparing / 1000, counts[0], counts[1], counts[2]);
}

int
main (void)
{
  g_autofree char *text = make_text (1);
  g_autofree char *little = edit (text, 200);
  g_autofree char *more = edit (text, 20);
  g_autofree char *longer = g_strconcat ("A paragraph that was not there. ", text, NULL);
  g_autofree char *other = make_text (2);
  SylAnchorSelector *selectors[N_HIGHLIGHTS];

  select_all (text, selectors);
  measure ("unchanged", text, selectors);
  measure ("a paragraph put in", longer, selectors);
  measure ("one word in 200", little, selectors);
  measure ("one word in 20", more, selectors);
  measure ("another text", other, selectors);
  for (gsize i = 0; i < N_HIGHLIGHTS; i++)
    syl_anchor_selector_free (selectors[i]);
  return 0;
}
