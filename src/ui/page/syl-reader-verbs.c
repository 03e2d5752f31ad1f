/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-reader-private.h"

/* The steps that browsers have. */
static const double zooms[] = { 0.3, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.2, 1.33, 1.5, 1.7, 2.0, 2.4, 3.0 };

/**
 * syl_reader_go_back:
 * @self: a reader
 */
void
syl_reader_go_back (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  if (self->view != NULL)
    syl_page_view_go_back (self->view);
}

/**
 * syl_reader_go_forward:
 * @self: a reader
 */
void
syl_reader_go_forward (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  if (self->view != NULL)
    syl_page_view_go_forward (self->view);
}

/**
 * syl_reader_find:
 * @self: a reader
 *
 * Opens the find bar.
 */
void
syl_reader_find (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  syl_find_bar_open (self->find_bar);
}

/**
 * syl_reader_find_next:
 * @self: a reader
 */
void
syl_reader_find_next (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  syl_find_bar_move (self->find_bar, 1);
}

/**
 * syl_reader_find_previous:
 * @self: a reader
 */
void
syl_reader_find_previous (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  syl_find_bar_move (self->find_bar, -1);
}

/**
 * syl_reader_zoom_in:
 * @self: a reader
 *
 * Goes to the next step above the present zoom.
 */
void
syl_reader_zoom_in (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  for (size_t i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      if (zooms[i] > self->zoom + 0.01)
        {
          g_object_set (self, "zoom", zooms[i], NULL);
          return;
        }
    }
}

/**
 * syl_reader_zoom_out:
 * @self: a reader
 *
 * Goes to the next step below the present zoom.
 */
void
syl_reader_zoom_out (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  for (size_t i = G_N_ELEMENTS (zooms); i-- > 0;)
    {
      if (zooms[i] < self->zoom - 0.01)
        {
          g_object_set (self, "zoom", zooms[i], NULL);
          return;
        }
    }
}

/**
 * syl_reader_zoom_reset:
 * @self: a reader
 */
void
syl_reader_zoom_reset (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  g_object_set (self, "zoom", 1.0, NULL);
}

/**
 * syl_reader_show_passes:
 * @self: a reader
 *
 * Shows the passes of the pick beside the page.
 */
void
syl_reader_show_passes (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  syl_reader_set_panel_visible (self, TRUE);
  syl_side_panel_show_passes (self->panel);
}
