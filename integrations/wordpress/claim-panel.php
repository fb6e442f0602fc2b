<?php
/**
 * Plugin Name: claim-panel
 * Description: The element <claim-panel> in posts, pages and widgets: who claimed what, and who denied it.
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 *
 * Older versions of PHP can parse this file, so that the plugin does nothing there.
 */

defined( 'ABSPATH' ) || exit;

if ( version_compare( PHP_VERSION, '7.4', '>=' ) && version_compare( get_bloginfo( 'version' ), '6.1', '>=' ) ) {
	claim_panel_start();
}

function claim_panel_start() {
	add_shortcode( 'claim-panel', 'claim_panel_shortcode' );
	// Between these two priorities, WordPress formats paragraphs, quotation marks and smilies.
	$widgets = array( 'widget_text_content', 'widget_custom_html_content', 'widget_block_content' );
	foreach ( array_merge( array( 'the_content', 'the_excerpt' ), $widgets ) as $hook ) {
		add_filter( $hook, 'claim_panel_protect', 7 );
		add_filter( $hook, 'claim_panel_restore', 100 );
	}
	foreach ( array( 'html', 'paragraph', 'shortcode' ) as $name ) {
		add_filter( 'render_block_core/' . $name, 'claim_panel_block', 100, 2 );
	}
	add_filter( 'wp_kses_allowed_html', 'claim_panel_allowed_html', 10, 2 );
	add_action( 'wp_footer', 'claim_panel_footer', 100 );
	add_action( 'init', 'claim_panel_post_type' );
	add_action( 'save_post_claim_panel', 'claim_panel_save' );
}

function claim_panel_attributes() {
	return array( 'src', 'claim', 'view', 'controls', 'deep-link', 'heading-level', 'theme', 'loading', 'highlight' );
}

/** The address of claim-panel.js, or an empty string. */
function claim_panel_script() {
	return (string) apply_filters( 'claim_panel_script', defined( 'CLAIM_PANEL_SCRIPT' ) ? CLAIM_PANEL_SCRIPT : '' );
}

function claim_panel_shortcode( $given, $fallback = '' ) {
	return claim_panel_show( claim_panel_render( (array) $given, (string) $fallback ) );
}

function claim_panel_render( $given, $fallback ) {
	// Word processors write curly quotation marks.
	$given  = (array) preg_replace( '/^[“”„″«»]+|[“”„″«»]+$/u', '', $given );
	$notice = '';
	if ( isset( $given['island'] ) ) {
		$given['src'] = '#claim-panel-document-' . absint( $given['island'] );
		$notice       = claim_panel_document( $given['island'] ) ? '' : 'no published document has this number.';
	} elseif ( empty( $given['src'] ) || '' === esc_url( $given['src'] ) ) {
		$notice = 'the shortcode needs src="ADDRESS" or island="NUMBER".';
	}
	$html = '<claim-panel';
	foreach ( array_merge( array( 'id', 'class', 'lang' ), claim_panel_attributes() ) as $name ) {
		if ( isset( $given[ $name ] ) ) {
			$value = 'src' === $name ? esc_url( $given[ $name ] ) : esc_attr( $given[ $name ] );
			$html .= ' ' . $name . '="' . $value . '"';
		}
	}
	return $html . '>' . claim_panel_fallback( $fallback ) . claim_panel_notice( $notice ) . '</claim-panel>';
}

/** Text becomes paragraphs. HTML stays as it is, without what editors put around the two tags of the shortcode. */
function claim_panel_fallback( $html ) {
	$html = preg_replace( '/<!--.*?-->/s', '', $html );
	$html = preg_replace( '~^(?:\s|<br\s*/?>|</p>)+|(?:\s|<br\s*/?>|<p(?:\s[^>]*)?>)+$~i', '', $html );
	$blocks = '~<(?:p|div|section|article|ul|ol|dl|blockquote|table|figure|details|h[1-6])[\s>]~i';
	return force_balance_tags( preg_match( $blocks, $html ) ? $html : trim( wpautop( $html, false ) ) );
}

/** Only editors see what is wrong. */
function claim_panel_notice( $text ) {
	$is_for_reader = '' === $text || ! current_user_can( 'edit_posts' );
	return $is_for_reader ? '' : '<p class="claim-panel-notice"><b>claim-panel:</b> ' . esc_html( $text ) . '</p>';
}

/** Replaces panels with placeholders, which WordPress neither formats nor puts into paragraphs. */
function claim_panel_protect( $content ) {
	if ( false === stripos( (string) $content, 'claim-panel' ) ) {
		return $content;
	}
	$tag     = '~<claim-panel(?=[\s/>])[^>]*+>(?:(?<!/>)[^<]*+(?:<(?!/?claim-panel[\s>])[^<]*+)*+</claim-panel\s*>)?~i';
	$content = preg_replace_callback( $tag, 'claim_panel_hold_tag', $content );
	// As in do_shortcode(), except that attributes of elements keep their shortcodes: a panel would end the attribute.
	$content = do_shortcodes_in_html_tags( $content, true, array( 'claim-panel' ) );
	$pattern = '/' . get_shortcode_regex( array( 'claim-panel' ) ) . '/';
	return unescape_invalid_shortcodes( preg_replace_callback( $pattern, 'claim_panel_hold_shortcode', $content ) );
}

/** A panel that nothing closes would contain the rest of the article. */
function claim_panel_hold_tag( $found ) {
	$is_closed = preg_match( '~</claim-panel\s*>$~i', $found[0] );
	return claim_panel_held( $is_closed ? $found[0] : preg_replace( '~\s*/?>$~', '></claim-panel>', $found[0] ) );
}

function claim_panel_hold_shortcode( $found ) {
	if ( '[' === $found[1] && ']' === $found[6] ) {
		return $found[0];
	}
	$panel = claim_panel_render( (array) shortcode_parse_atts( $found[3] ), unescape_invalid_shortcodes( $found[5] ) );
	return $found[1] . claim_panel_held( $panel ) . $found[6];
}

/** Keeps a panel and returns its placeholder; without a panel, returns all of them by placeholder. */
function claim_panel_held( $panel = null ) {
	static $name   = '';
	static $panels = array();
	if ( null === $panel ) {
		return $panels;
	}
	// Authors cannot guess the name, and so cannot put a panel into an attribute.
	$name        = $name ? $name : 'claim-panel-' . bin2hex( random_bytes( 8 ) );
	$placeholder = '<div id="' . $name . '-' . count( $panels ) . '"></div>';

	$panels[ $placeholder ] = $panel;
	return $placeholder;
}

/** Puts panels in place of their placeholders. Browsers would end a paragraph, and the panel in it, at the fallback. */
function claim_panel_restore( $content ) {
	foreach ( claim_panel_held() as $placeholder => $panel ) {
		$parts = explode( $placeholder, (string) $content, 2 );
		if ( 2 === count( $parts ) ) {
			list( $before, $after ) = $parts;
			if ( preg_match_all( '~</?p(?=[\s>])~i', $before, $tags ) && '<p' === strtolower( end( $tags[0] ) ) ) {
				$before = preg_replace( '~<p(?:\s[^>]*)?>\s*$~i', '', $before, 1, $is_first );
				$after  = preg_replace( '~^\s*</p>~i', '', $after, 1, $is_last );
				$before = $is_first ? $before : $before . '</p>';
				$after  = $is_last ? $after : '<p>' . $after;
			}
			$content = $before . claim_panel_show( $panel ) . $after;
		}
	}
	return $content;
}

/** For blocks of a theme, which are not part of any content. The block “Shortcode” adds paragraphs by itself. */
function claim_panel_block( $html, $block ) {
	$original = 'core/shortcode' === $block['blockName'] ? $block['innerHTML'] : $html;
	$has_panel = false !== stripos( $original, '<claim-panel' );
	return $has_panel ? claim_panel_restore( claim_panel_protect( $original ) ) : $html;
}

/** Remembers what the page needs for the panel. Automatic excerpts have no elements, and feeds no scripts. */
function claim_panel_show( $panel ) {
	if ( is_feed() || doing_filter( 'get_the_excerpt' ) ) {
		return $panel;
	}
	claim_panel_needs( preg_match( '/\ssrc=["\']#claim-panel-document-(\d+)["\']/', $panel, $found ) ? $found[1] : 0 );
	if ( claim_panel_script() || strpos( $panel, 'claim-panel-notice' ) ) {
		return $panel;
	}
	$notice = claim_panel_notice( 'CLAIM_PANEL_SCRIPT, the address of claim-panel.js, is not set.' );
	return substr_replace( $panel, $notice, strripos( $panel, '</claim-panel' ), 0 );
}

/** The numbers of the documents that the page needs; 0 if it has a panel with an address. */
function claim_panel_needs( $number = null ) {
	static $numbers = array();
	if ( null !== $number ) {
		$numbers[ $number ] = (int) $number;
	}
	return $numbers;
}

function claim_panel_footer() {
	foreach ( array_filter( claim_panel_needs() ) as $number ) {
		// No text in the document can end the script.
		$json = str_replace( '<', '\u003c', claim_panel_document( $number ) );
		printf( '<script type="application/json" id="claim-panel-document-%d">%s</script>', $number, $json );
	}
	if ( claim_panel_needs() && claim_panel_script() ) {
		$source = esc_url_raw( claim_panel_script() );
		wp_print_script_tag( array( 'type' => 'module', 'async' => true, 'src' => $source ) );
	}
}

/** For users who cannot write any HTML, WordPress keeps the element and the fallback that “fill” writes. */
function claim_panel_allowed_html( $tags, $context ) {
	if ( 'post' !== $context || ! isset( $tags['div'] ) ) {
		return $tags;
	}
	$names  = 'a b bdi blockquote cite dd details div dl dt footer h2 h3 h4 h5 h6';
	$names .= ' header li ol p section span summary time ul';
	$shared = array( 'part' => true, 'role' => true, 'lang' => true, 'dir' => true );
	foreach ( explode( ' ', $names ) as $name ) {
		$tags[ $name ] = array_merge( isset( $tags[ $name ] ) ? $tags[ $name ] : array(), $shared );
	}
	$tags['time']['datetime'] = true;
	$tags['claim-panel']      = array_merge( $tags['div'], array_fill_keys( claim_panel_attributes(), true ) );
	return $tags;
}

/** The document with this number as JSON text, if it is published or the user can edit it; else an empty string. */
function claim_panel_document( $number ) {
	$post   = absint( $number ) ? get_post( absint( $number ) ) : null;
	$is_one = $post && 'claim_panel' === $post->post_type;
	$shows  = $is_one && ( 'publish' === $post->post_status || current_user_can( 'edit_post', $post->ID ) );
	return $shows ? trim( (string) get_post_meta( $post->ID, '_claim_panel_document', true ) ) : '';
}

function claim_panel_post_type() {
	$labels = array( 'name' => 'Claim panels', 'singular_name' => 'Claim panel', 'add_new_item' => 'Add a claim panel' );
	register_post_type(
		'claim_panel',
		array(
			'labels'               => $labels,
			'show_ui'              => true,
			'menu_icon'            => 'dashicons-format-chat',
			'supports'             => array( 'title' ),
			'register_meta_box_cb' => 'claim_panel_add_box',
		)
	);
}

function claim_panel_add_box() {
	add_meta_box( 'claim-panel', 'The document', 'claim_panel_box', 'claim_panel' );
}

function claim_panel_box( $post ) {
	$json = (string) get_post_meta( $post->ID, '_claim_panel_document', true );
	wp_nonce_field( 'claim-panel', 'claim_panel_nonce' );
	if ( '' !== $json && null === json_decode( $json ) ) {
		echo '<p><b>This is not JSON: ', esc_html( json_last_error_msg() ), '</b></p>';
	}
	echo '<p><label>JSON: <textarea name="claim_panel_document" rows="20" class="large-text code">';
	echo esc_textarea( $json ), '</textarea></label></p><p>In an article: <code>';
	echo '[claim-panel island="', (int) $post->ID, '"]Fallback[/claim-panel]</code></p>';
}

function claim_panel_save( $number ) {
	$nonce = isset( $_POST['claim_panel_nonce'] ) ? $_POST['claim_panel_nonce'] : '';
	$json  = isset( $_POST['claim_panel_document'] ) ? $_POST['claim_panel_document'] : null;
	if ( is_string( $json ) && wp_verify_nonce( $nonce, 'claim-panel' ) && current_user_can( 'edit_post', $number ) ) {
		// Both $_POST and this function have backslashes before quotation marks.
		update_post_meta( $number, '_claim_panel_document', $json );
	}
}
