/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "anchor/syl-text-offsets.h"

G_BEGIN_DECLS

/**
 * SylNormalRun:
 * @at: first byte of the run in the normalised text; it goes on to the next one
 * @start: where in the original what it came from begins
 * @end: where that ends; 0: byte for byte, as long as the run is
 *
 * A part of a normalised text that came from one part of the original: in most texts nearly all is as
 * long as it was, so that one run stands for many bytes.
 */
typedef struct
{
  guint32 at;
  guint32 start;
  guint32 end;
} SylNormalRun;

/**
 * SylNormalText:
 * @text: the normalised text, UTF-8, ended by NUL
 * @length: its bytes
 * @runs: (array length=n_runs): where the parts of @text came from, in their order
 * @n_runs: how many
 *
 * A text without what typesetting adds to it: letters in one case and one form, one kind of quotes
 * and dashes, no soft or line-end hyphens, runs of white space as one space.
 */
typedef struct
{
  char *text;
  gsize length;
  SylNormalRun *runs;
  gsize n_runs;
} SylNormalText;

SylNormalText *syl_normal_text_new           (const char          *text,
                                              gsize                length,
                                              GError             **error);
void           syl_normal_text_free          (SylNormalText       *self);
SylByteRange   syl_normal_text_to_original   (const SylNormalText *self,
                                              gsize                start,
                                              gsize                end);
void           syl_normal_text_from_original (const SylNormalText *self,
                                              SylByteRange         original,
                                              gsize               *start,
                                              gsize               *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylNormalText, syl_normal_text_free)

G_END_DECLS
